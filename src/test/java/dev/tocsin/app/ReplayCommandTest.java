package dev.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.store.SqliteStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReplayCommandTest {
    private static final String HISTORIES = "src/test/resources/replay/";
    private static final Instant NOON = Instant.parse("2031-05-04T12:00:00Z");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void rulesStandSideBySideAndEveryMessageIsToldWithItsTimeAndChannel() {
        assertThat(replay(HISTORIES + "upptime", "--rule", "weighed", "--rule", "each"))
                .isZero();

        assertThat(out.toString())
                .contains("12 targets, 30 recorded rows, 2031-05-04 00:00:00 to 2031-05-04 04:31:26 UTC")
                .containsPattern("\n +weighed +each\n")
                .containsPattern("\nmessages sent +4 +18\n")
                .containsPattern("\n  partial disruption of a network +1 +0\n")
                .contains("weighed would have sent 4 messages, each 18.")
                .containsPattern("2031-05-04 01:0\\d:\\d\\d  replay:all\n    ! Confirmed: mill does not answer");
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void quietIsTheTableAlone() {
        assertThat(replay(HISTORIES + "upptime", "--quiet")).isZero();

        assertThat(out.toString()).contains("messages sent").doesNotContain("replay:all", "Confirmed");
    }

    @Test
    void aConfigSaysWhoIsTold() {
        assertThat(replay(HISTORIES + "upptime", "--config", HISTORIES + "village.json"))
                .isZero();

        assertThat(out.toString())
                .contains("2 targets", "left out, since the config does not declare them: 10 targets")
                .containsPattern("\n +config +each\n")
                .containsPattern("\nto console:main +2 +2\n")
                .containsPattern("\nto discord:1234 +2 +2\n")
                .containsPattern("  console:main\n    ! Confirmed: The mill does not answer")
                .containsPattern("  discord:1234\n    ! Confirmed: The bakery does not answer");
    }

    @Test
    void whatIsWrongIsToldLineByLineAndFails() {
        assertThat(replay(HISTORIES + "wrong.csv")).isEqualTo(1);

        assertThat(err.toString().lines()).hasSize(8).allMatch(line -> line.startsWith("tocsin replay: " + HISTORIES));
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void wrongOptionsAreAllTold() {
        assertThat(replay(HISTORIES + "upptime", "--rule", "guess", "--every", "soon"))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("--rule is \"guess\"; expected weighed, count:FAILURES/SUCCESSES")
                .contains("--every is \"soon\"; expected 1s to 24h");
    }

    @Test
    void aConfigWithNoneOfTheTargetsIsTold() throws IOException {
        Path config = Files.writeString(folder.resolve("other.json"), """
                { "targets": [ { "id": "quay", "tcp": "quay.example:443" } ] }
                """);

        assertThat(replay(HISTORIES + "upptime", "--config", config.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("declares none of the targets of the history");
    }

    @Test
    void looksOfAStoreAreExportedAndPlayed() throws IOException {
        Path store = folder.resolve("tocsin.db");
        try (SqliteStore open = SqliteStore.open(store)) {
            open.observationLog().append(looks());
        }

        assertThat(run(
                        new ExportLooksCommand(),
                        List.of(store.toString(), "--from", "2031-05-04", "--to", "2031-05-05")))
                .isZero();
        Path exported = Files.writeString(folder.resolve("looks.csv"), out.toString());

        assertThat(out.toString().lines())
                .hasSize(121)
                .startsWith("time,target,vantage,outcome,phase,kind,detail,latency_ms")
                .contains("2031-05-04T12:00:00Z,quay,Oslo,up,,,,41.5")
                .contains("2031-05-04T12:30:00Z,quay,Oslo,down,tcp,connection_refused,\"no, thanks\",2");
        out.getBuffer().setLength(0);
        assertThat(replay(exported.toString(), "--rule", "weighed", "--network", "none"))
                .isZero();
        assertThat(out.toString())
                .contains("1 target, 120 recorded rows")
                .contains("weighed would have sent 2 messages.");
    }

    @Test
    void aStoreThatIsNotThereIsToldAndNotMade() {
        Path none = folder.resolve("none.db");

        assertThat(run(new ExportLooksCommand(), List.of(none.toString()))).isEqualTo(1);

        assertThat(err.toString()).contains("there is no file " + none);
        assertThat(none).doesNotExist();
    }

    /** Two hours of looks, one a minute, of which 20 fail. */
    private static List<Observation> looks() {
        List<Observation> looks = new ArrayList<>();
        for (int minute = 0; minute < 120; minute++) {
            boolean fails = minute >= 30 && minute < 50;
            looks.add(new Observation(
                    new TargetId("quay"),
                    new Vantage("Oslo"),
                    NOON.plus(Duration.ofMinutes(minute)),
                    new Finding(
                            fails
                                    ? new Outcome.Down(
                                            new Failure(Phase.TCP, FailureKind.CONNECTION_REFUSED, "no, thanks"))
                                    : new Outcome.Up(),
                            new Timings(Map.of(), Duration.ofNanos(fails ? 2_000_000 : 41_500_000)),
                            Optional.empty())));
        }
        return looks;
    }

    private int replay(String place, String... options) {
        List<String> words = new ArrayList<>(List.of(place));
        words.addAll(List.of(options));
        return run(new ReplayCommand(), words);
    }

    private int run(Object command, List<String> words) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words.toArray(String[]::new));
    }
}
