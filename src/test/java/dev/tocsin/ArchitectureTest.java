package dev.tocsin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Dependencies point one way: app -> adapters -> command -> engine -> core. */
class ArchitectureTest {
    private static final JavaClasses TOCSIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tocsin");
    private static final String[] ADAPTERS = {
        "probe", "practice", "schedule", "store", "config", "replay", "chat.console", "chat.discord", "chat.telegram"
    };

    @Test
    void coreKnowsNothingButItselfAndAFewPackagesOfTheJdk() {
        hold(classes()
                .that()
                .resideInAPackage("dev.tocsin.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tocsin.core..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.net..",
                        "org.jspecify.."));
    }

    @Test
    void theEngineKnowsCoreAndTheLogAlone() {
        hold(classes()
                .that()
                .resideInAPackage("dev.tocsin.engine")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tocsin.core..",
                        "dev.tocsin.engine",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "org.jspecify..",
                        "org.slf4j.."));
    }

    @Test
    void commandsKnowTheEngineAndCore() {
        hold(classes()
                .that()
                .resideInAPackage("dev.tocsin.command..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.tocsin.core..",
                        "dev.tocsin.engine",
                        "dev.tocsin.command..",
                        "java.lang..",
                        "java.math..",
                        "java.util..",
                        "java.time..",
                        "org.jspecify..",
                        "org.slf4j.."));
    }

    @Test
    void adaptersNeverSeeEachOtherNorTheApp() {
        for (String adapter : ADAPTERS) {
            for (String other : ADAPTERS) {
                if (!adapter.equals(other)) {
                    hold(noClasses()
                            .that()
                            .resideInAPackage("dev.tocsin." + adapter + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("dev.tocsin." + other + ".."));
                }
            }
        }
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("dev.tocsin.app")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.tocsin.app"));
    }

    @Test
    void onlyTheAppReadsAClock() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackage("dev.tocsin.app")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now"));
    }

    /** The JVM folds every DNS error into one and caches it; its test of reachability takes a refusal for an answer. */
    @Test
    void nobodyResolvesNamesOrTestsReachabilityByTheJvm() {
        hold(noClasses()
                .should()
                .callMethod(InetAddress.class, "getByName", String.class)
                .orShould()
                .callMethod(InetAddress.class, "getAllByName", String.class)
                .orShould()
                .callMethod(InetAddress.class, "isReachable", int.class)
                .orShould()
                .callConstructor(InetSocketAddress.class, String.class, int.class)
                .orShould()
                .callConstructor(Socket.class, String.class, int.class));
    }

    private static void hold(ArchRule rule) {
        rule.check(TOCSIN);
    }
}
