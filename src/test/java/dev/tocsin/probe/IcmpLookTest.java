package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Echoes on loopback, by each way that this machine allows. */
class IcmpLookTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final LookParts parts = new LookParts();

    @AfterEach
    void close() {
        parts.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void loopbackAnswersAWholeProber(String host) throws IOException {
        assumeTrue(present(host));
        try (SocketProber prober = Probers.open()) {
            assumeTrue(prober.icmpRemedy().isEmpty());

            Finding finding = prober.look(check(host, 3), Reach.ANYWHERE, TIMEOUT);

            assertThat(finding.outcome()).isEqualTo(new Outcome.Up());
            assertThat(finding.timings().total()).isBetween(Duration.ofMillis(500), TIMEOUT);
            assertThat(finding.trail().remarks()).first().isEqualTo("3 of 3 echoes answered, 0 % lost");
        }
    }

    @Test
    void aTargetOfChatMayNotPingLoopback() {
        try (SocketProber prober = Probers.open()) {
            assertThat(prober.look(check("127.0.0.1", 1), Reach.PUBLIC, TIMEOUT).outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Unjudged.class,
                            unjudged -> assertThat(unjudged.reason()).isEqualTo(Outcome.Reason.NOT_ALLOWED));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 127.0.0.1", "0, ::1", "1, 127.0.0.1", "1, ::1", "2, 127.0.0.1", "2, ::1"})
    void eachWayThatIsAllowedWorksAlone(int way, String host) throws IOException {
        assumeTrue(present(host));
        try (IcmpAccess access = only(way)) {
            assumeTrue(access.socket(IcmpFamily.of(InetAddress.ofLiteral(host))).isPresent());

            assertThat(look(access, check(host, 4))).isEqualTo(new Outcome.Up());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 127.0.0.1", "0, ::1", "1, 127.0.0.1", "1, ::1"})
    void fiveHundredLooksAtOnceAllFinish(int way, String host) throws Exception {
        assumeTrue(present(host));
        try (IcmpAccess access = only(way);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assumeTrue(access.socket(IcmpFamily.of(InetAddress.ofLiteral(host))).isPresent());

            List<Future<Outcome>> looks = threads.invokeAll(IntStream.range(0, 500)
                    .<Callable<Outcome>>mapToObj(one -> () -> look(access, check(host, 3)))
                    .toList());

            assertThat(looks).extracting(Future::get).containsOnly(new Outcome.Up());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, Up[]",
        "1, 'Down[failure=Failure[phase=ICMP, kind=ICMP_TIMEOUT, detail=1 of 1 echo lost (100 %)]]'",
        "2, 'Down[failure=Failure[phase=ICMP, kind=ICMP_UNREACHABLE, detail=ping cannot reach it from here]]'",
        "3, 'Unjudged[reason=INTERNAL, detail=ping ended with 3]'"
    })
    void theExitCodeOfPingIsReadAndNothingElse(int code, String wanted, @TempDir Path directory) throws IOException {
        script(directory, "case $* in *-n\\ -q\\ -c1\\ -W*127.0.0.1) exit 0;; *127.0.0.2) exit " + code + ";; esac");
        try (IcmpAccess access = pinging(directory)) {
            assertThat(look(access, check("127.0.0.2", 1)).toString()).isEqualTo(wanted);
        }
    }

    @Test
    void aPingThatDoesNotWorkOnLoopbackIsNoWay(@TempDir Path directory) throws IOException {
        script(directory, "exit 2");
        try (IcmpAccess access = pinging(directory)) {
            assertThat(access.remedy()).contains(IcmpAccess.REMEDY);
        }
    }

    @Test
    void aLookAfterTheProberWasClosedJudgesNothing() {
        SocketProber prober = Probers.open();
        prober.close();

        assertThat(prober.look(check("127.0.0.1", 1), Reach.ANYWHERE, TIMEOUT).outcome())
                .isEqualTo(new Outcome.Unjudged(Outcome.Reason.INTERNAL, "the prober is closed"));
    }

    private Outcome look(IcmpAccess access, Check.Icmp check) throws IOException {
        Course course = new Course(System::nanoTime, TIMEOUT, new Guard(AddressPolicy.PUBLIC, Reach.ANYWHERE));
        return new IcmpLook(parts.names(), access, IcmpPace::real).look(check, course);
    }

    private static IcmpAccess only(int way) {
        return new IcmpAccess(List.of(IcmpWay.ofThisSystem(System::nanoTime).get(way)));
    }

    private static IcmpAccess pinging(Path directory) {
        return new IcmpAccess(List.of(family -> IcmpPing.find(family, directory.toString(), System::nanoTime)));
    }

    private static void script(Path directory, String body) throws IOException {
        Path ping = Files.writeString(directory.resolve("ping"), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(ping, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static boolean present(String host) throws IOException {
        return host.equals("localhost") || NetworkInterface.getByInetAddress(InetAddress.ofLiteral(host)) != null;
    }

    private static Check.Icmp check(String host, int count) {
        return new Check.Icmp(host, count, 0, Route.DIRECT, Optional.empty());
    }
}
