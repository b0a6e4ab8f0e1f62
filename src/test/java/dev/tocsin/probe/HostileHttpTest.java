package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.Reach;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No server fools a look, holds it up, fills the heap or ends a thread. The table of what was said is written anew. */
class HostileHttpTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final long MOST_ALLOCATED = 48L << 20;
    private static final List<String> ROWS = new ArrayList<>();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @BeforeAll
    static void warmUp() {
        Probers.warmUp();
    }

    static Stream<Hostile> servers() {
        return Stream.of(HostileHeaders.all(), HostileBodies.all(), HostileRedirects.all())
                .flatMap(some -> some);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void aHostileServerIsAFailureOfItsOwnKindInTimeAndInLittleMemory(Hostile hostile) {
        try (SocketProber prober = Probers.open();
                UncaughtExceptions uncaught = new UncaughtExceptions();
                LoopbackServer server = new LoopbackServer(hostile.conduct())) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long began = System.nanoTime();
            Finding finding = prober.look(hostile.check(URI.create(server.url())), Reach.ANYWHERE, TIMEOUT);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;

            String said = said(finding.outcome());
            ROWS.add(String.format(Locale.ROOT, "| %s | %s | %d ms |", hostile, said, took.toMillis()));
            assertThat(said).matches("(?s)" + hostile.says());
            assertThat(said).doesNotContainPattern("\\p{Cntrl}");
            assertThat(took).isLessThan(TIMEOUT.plusSeconds(1));
            assertThat(allocated).isLessThan(MOST_ALLOCATED);
            uncaught.assertNone();
        }
    }

    @AfterAll
    static void writeTheTable() throws IOException {
        Files.write(Path.of("target", "hostile-servers.md"), ROWS);
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up() -> "up";
            case Outcome.Degraded(Failure flaw) -> "degraded " + flaw.kind().code();
            case Outcome.Down(Failure down) -> (down.phase() + " " + down.kind().code() + " " + down.detail()).strip();
            case Outcome.Unjudged(Outcome.Reason reason, String detail) -> "unjudged " + reason + " " + detail;
        };
    }
}
