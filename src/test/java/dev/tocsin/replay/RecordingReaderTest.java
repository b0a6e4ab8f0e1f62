package dev.tocsin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.TargetId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingReaderTest {
    private static final Path HISTORIES = Path.of("src/test/resources/replay");
    private static final TargetId BAKERY = new TargetId("bakery");
    private static final Instant MIDNIGHT = Instant.parse("2031-05-04T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void columnsAreFoundByNameWhateverTheirOrderAndFurtherOnesIgnored() {
        Recording recording = good("own.csv", Optional.of(new Vantage("Oslo"))).recording();

        assertThat(recording.at(BAKERY, MIDNIGHT).outcome()).isEqualTo(new Outcome.Up());
        assertThat(recording.at(BAKERY, MIDNIGHT).timings().total()).isEqualTo(Duration.ofNanos(184_250_000));
        assertThat(recording.at(BAKERY, MIDNIGHT.plusSeconds(3_601)).outcome())
                .isEqualTo(new Outcome.Down(new Failure(Phase.TCP, FailureKind.CONNECT_TIMEOUT, "")));
        assertThat(recording.at(BAKERY, MIDNIGHT.plusSeconds(3_661)).outcome())
                .isEqualTo(new Outcome.Unjudged(Outcome.Reason.OWN_NETWORK, "it answered, though"));
        assertThat(recording.at(BAKERY, MIDNIGHT.plusSeconds(7_200)).outcome())
                .isEqualTo(new Outcome.Degraded(new Failure(Phase.HTTP, FailureKind.HTTP_TOO_SLOW, "over 2 s")));
    }

    @Test
    void betweenTwoRowsATargetIsAsTheEarlierOneSaysAndBeforeTheFirstUnknown() {
        Recording recording = good("own.csv", Optional.of(new Vantage("Oslo"))).recording();

        assertThat(recording
                        .at(BAKERY, Instant.parse("2031-05-04T01:00:00.499Z"))
                        .outcome()
                        .isWorking())
                .isTrue();
        assertThat(recording
                        .at(BAKERY, Instant.parse("2031-05-04T01:00:00.500Z"))
                        .outcome())
                .isInstanceOf(Outcome.Down.class);
        assertThat(recording.at(BAKERY, MIDNIGHT.minusMillis(1)).outcome()).isInstanceOf(Outcome.Unjudged.class);
    }

    @Test
    void looksFromSeveralVantagesAskForOne() {
        assertThat(bad("own.csv"))
                .containsExactly(HISTORIES.resolve("own.csv")
                        + ": holds looks from Oslo, Quito; choose one of them with --vantage");
        assertThat(good("own.csv", Optional.of(new Vantage("Quito")))
                        .recording()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aFolderOfUpptimeIsReadWithItsAddresses() {
        RecordingReader.Reading.Good history = good("upptime", Optional.empty());

        assertThat(history.recording().targets()).hasSize(12);
        assertThat(history.recording().size()).isEqualTo(30);
        assertThat(history.addresses()).hasSize(11).containsEntry(BAKERY, URI.create("https://bakery.example/"));
        assertThat(history.recording()
                        .at(new TargetId("mill"), MIDNIGHT.plusSeconds(4_100))
                        .outcome())
                .isEqualTo(new Outcome.Down(new Failure(Phase.HTTP, FailureKind.HTTP_STATUS, "503")));
        assertThat(history.recording()
                        .at(new TargetId("pantry"), MIDNIGHT.plusSeconds(7_810))
                        .outcome())
                .isEqualTo(new Outcome.Down(new Failure(Phase.HTTP, FailureKind.UNKNOWN, "no answer")));
    }

    @Test
    void everyProblemIsToldWithItsLineAndWhatWasExpected() {
        String file = HISTORIES.resolve("wrong.csv").toString();

        assertThat(bad("wrong.csv"))
                .containsExactly(
                        file
                                + ":2: time is \"yesterday\"; expected such as 2026-04-22T09:51:00Z, or seconds since 1970",
                        file + ":3: target is \"The Bakery\"; expected 1 to 64 lower-case letters, digits, dots,"
                                + " underscores and hyphens",
                        file + ":4: outcome is \"sideways\"; expected up, degraded, down or unjudged",
                        file + ":5: http_code is \"999\"; expected 100 to 599, or 0 where there was no answer",
                        file + ":6: latency_ms is \"-3\"; expected milliseconds, such as 184 or 184.25",
                        file + ":7: phase is \"moon\"; expected such as dns, tcp, tls or http",
                        file + ":7: kind is \"broken\"; expected such as connect_timeout_error or http_status",
                        file + ":8: has 2 fields; expected 7, as in the header");
    }

    @Test
    void aFileWithoutItsColumnsIsToldOnceForEach() throws IOException {
        Path file = Files.writeString(folder.resolve("events.csv"), "when,what\nnow,up\n");

        assertThat(flaws(file, Optional.empty()))
                .containsExactly(
                        file + ":1: no column target or slug in the header",
                        file + ":1: no column outcome or status in the header",
                        file + ":1: no column time or utc or epoch_s in the header");
    }

    @Test
    void whatHoldsNoRowOrIsNotThereIsTold() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.csv"), LookForm.HEADER + "\n");
        List<Flaw> none = new ArrayList<>();

        assertThat(flaws(empty, Optional.empty())).containsExactly(empty + ": holds no row");
        assertThat(flaws(folder.resolve("away.csv"), Optional.empty()))
                .hasSize(1)
                .first()
                .asString()
                .contains("cannot be read");
        assertThat(Sources.in(folder, none::add)).isEmpty();
        assertThat(none).hasSize(1);
    }

    @Test
    void fieldsAreQuotedWhereTheyNeedIt() {
        assertThat(Csv.fields("a,\"b, \"\"c\"\"\",,d")).containsExactly("a", "b, \"c\"", "", "d");
        assertThat(Csv.line(List.of("a", "b, \"c\"", "", "d\ne"))).isEqualTo("a,\"b, \"\"c\"\"\",,d e");
    }

    private static RecordingReader.Reading.Good good(String name, Optional<Vantage> vantage) {
        Sources sources = Sources.in(HISTORIES.resolve(name), flaw -> {}).orElseThrow();
        return (RecordingReader.Reading.Good) new RecordingReader().read(sources, vantage);
    }

    private static List<String> bad(String name) {
        return flaws(HISTORIES.resolve(name), Optional.empty());
    }

    private static List<String> flaws(Path place, Optional<Vantage> vantage) {
        Sources sources = Sources.in(place, flaw -> {}).orElseThrow();
        RecordingReader.Reading.Bad bad = (RecordingReader.Reading.Bad) new RecordingReader().read(sources, vantage);
        return bad.flaws().stream().map(Flaw::toString).toList();
    }
}
