package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.observe.Certificate;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TlsTerms;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateStoriesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        TlsTerms terms = new TlsTerms(
                TlsTerms.Verification.FULL, Optional.empty(), Optional.empty(), 0, List.of(7, 30, 1), Optional.empty());
        Target api = Samples.target("api");
        rig.declare(List.of(new Target(
                api.id(),
                api.name(),
                new Check.Tls("api.example.org", 443, Optional.empty(), terms, Route.DIRECT, Optional.empty()),
                api.network(),
                api.tags(),
                api.severity(),
                api.pace(),
                api.confirm(),
                api.zone(),
                api.origin())));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aCertificateIsToldOfOnceAtEachThresholdAndNotAgainAfterARestart() {
        show("aa", Duration.ofDays(20));
        rig.run(MINUTE.multipliedBy(3));
        rig.restartAfter(MINUTE);
        rig.run(MINUTE.multipliedBy(2));
        rig.restartAfter(Duration.ofDays(14));
        rig.run(MINUTE.multipliedBy(3));

        assertThat(rig.said).containsExactly("certificate/api/aa/30", "certificate/api/aa/7");
    }

    @Test
    void onlyTheLowestThresholdThatWasReachedIsToldAndARenewalBeginsAnew() {
        show("aa", Duration.ofHours(30));
        rig.run(MINUTE);
        show("bb", Duration.ofDays(90));
        rig.run(MINUTE);
        show("cc", Duration.ofDays(5));
        rig.run(MINUTE);

        assertThat(rig.said).containsExactly("certificate/api/aa/7", "certificate/api/cc/7");
    }

    @Test
    void aMuteKeepsTheWarningBackUntilItEnds() {
        show("aa", Duration.ofDays(3));
        rig.ask(new Request.Silence(
                Mute.Purpose.MUTE,
                new Scope.Everything(),
                rig.time.now(),
                rig.time.now().plus(MINUTE.multipliedBy(10)),
                "",
                "ann"));
        rig.run(MINUTE.multipliedBy(5));
        assertThat(rig.said).isEmpty();
        rig.run(MINUTE.multipliedBy(6));

        assertThat(rig.said).containsExactly("certificate/api/aa/7");
    }

    @Test
    void aServiceThatFailsWarnsOfNothingButItsOutage() {
        show("aa", Duration.ofHours(5));
        rig.dead.add("api");
        rig.run(MINUTE.multipliedBy(3));

        assertThat(rig.said).containsExactly("incident/1/outage");
    }

    private void show(String fingerprint, Duration left) {
        rig.certificates.put(
                "api.example.org",
                new Certificate(
                        "CN=api",
                        "CN=ca",
                        List.of("api.example.org"),
                        Samples.NOON.minus(Duration.ofDays(60)),
                        rig.time.now().plus(left),
                        fingerprint,
                        "TLSv1.3 TLS_AES_128_GCM_SHA256",
                        Optional.empty()));
    }
}
