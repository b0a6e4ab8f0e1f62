package dev.tocsin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.message.Span;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.TargetId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The village: of twelve services one is down for 33 minutes, another for a minute and five seconds, and then seven fail within 70
 * seconds, one after another, and return together.
 */
class ReplayTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant MIDNIGHT = Instant.parse("2031-05-04T00:00:00Z");
    private static final RecordingReader.Reading.Good VILLAGE = village();

    @Test
    void servicesOfANetworkThatFailTogetherAreOneOutageAndOneEnd() {
        List<Sent> sent = replay("weighed", Optional.of("valley")).sent();

        assertThat(kinds(sent))
                .containsExactly(Sent.Kind.OUTAGE, Sent.Kind.RESTORED, Sent.Kind.PARTIAL, Sent.Kind.RESTORED);
        assertThat(text(sent.get(0))).contains("mill does not answer");
        assertThat(text(sent.get(2))).contains("valley").contains(" of 12 monitored services");
        assertThat(text(sent.get(3))).contains("7 of the 7 services that were down answer");
    }

    @Test
    void eachMessageIsSentWhenTheBotWouldHaveSentIt() {
        List<Sent> sent = replay("weighed", Optional.of("valley")).sent();

        assertThat(sent.get(0).at()).isBetween(at("01:08:11"), at("01:09:30"));
        assertThat(sent.get(1).at()).isBetween(at("01:40:33"), at("01:42:00"));
        assertThat(sent.get(2).at()).isBetween(at("03:21:04"), at("03:22:30"));
        assertThat(sent.get(3).at()).isBetween(at("04:31:32"), at("04:33:00"));
        assertThat(sent).allSatisfy(one -> assertThat(one.channel()).hasToString("replay:all"));
    }

    @Test
    void withoutANetworkEachServiceIsToldForItself() {
        Account account = replay("weighed", Optional.empty());

        assertThat(account.incidents()).isEqualTo(8);
        assertThat(kinds(account.sent())).doesNotContain(Sent.Kind.PARTIAL, Sent.Kind.NETWORK);
        assertThat(account.targets()).hasSize(8);
        assertThat(account.open()).isZero();
    }

    @Test
    void everyRecordedChangeIsTwoMessagesForEachOutage() {
        Account account = replay("each", Optional.of("valley"));

        assertThat(account.sent()).hasSize(18);
        assertThat(account.incidents()).isEqualTo(9);
        assertThat(account.sent().getFirst().at()).isEqualTo(at("01:07:11"));
        assertThat(text(account.sent().getFirst())).isEqualTo("mill is down: unexpected HTTP status (503)");
    }

    /** A minute and five seconds meet one look of a minute's pace at least, and not twenty that are five seconds apart. */
    @Test
    void aCountIsCountedWithTheExtraLooksThatTheBotWouldHaveMade() {
        assertThat(replay("count:1/1", Optional.empty()).targets()).contains(new TargetId("pantry"));
        assertThat(replay("count:20/2", Optional.empty()).targets()).doesNotContain(new TargetId("pantry"));
    }

    /** What lasts long without a change is gone through fast, and ends when it ends all the same. */
    @Test
    void anOutageThatLastsForWeeksIsTwoMessages() {
        Recording recording = new Recording();
        TargetId mill = new TargetId("mill");
        recording.add(mill, MIDNIGHT, finding(new Outcome.Up()));
        recording.add(
                mill, MIDNIGHT.plus(Duration.ofDays(1)), VILLAGE.recording().at(mill, at("01:10:00")));
        Instant back = MIDNIGHT.plus(Duration.ofDays(21));
        recording.add(mill, back, finding(new Outcome.Up()));

        List<Sent> sent = replay(new RecordingReader.Reading.Good(recording, Map.of()), "weighed", Optional.empty())
                .sent();

        assertThat(kinds(sent)).containsExactly(Sent.Kind.OUTAGE, Sent.Kind.RESTORED);
        assertThat(sent.getLast().at()).isBetween(back, back.plus(MINUTE.multipliedBy(2)));
    }

    @Test
    void whatIsUnjudgedMovesNothing() {
        Recording recording = new Recording();
        TargetId mill = new TargetId("mill");
        recording.add(mill, MIDNIGHT, finding(new Outcome.Up()));
        recording.add(
                mill,
                MIDNIGHT.plus(Duration.ofHours(1)),
                finding(new Outcome.Unjudged(Outcome.Reason.OWN_NETWORK, "TCP timeout")));
        recording.add(mill, MIDNIGHT.plus(Duration.ofHours(2)), finding(new Outcome.Up()));
        RecordingReader.Reading.Good history = new RecordingReader.Reading.Good(recording, Map.of());

        assertThat(replay(history, "weighed", Optional.empty()).sent()).isEmpty();
        assertThat(replay(history, "each", Optional.empty()).sent()).isEmpty();
    }

    @Test
    void rulesAreReadAsTheyAreTyped() {
        assertThat(List.of("weighed", "count:3/2", "count:99/1", "each", "config"))
                .allSatisfy(text ->
                        assertThat(Rule.parse(text).orElseThrow().name()).isEqualTo(text));
        assertThat(List.of("", "count", "count:0/2", "count:3", "count:100/2", "Weighed", "count:3/2 "))
                .allSatisfy(text -> assertThat(Rule.parse(text)).isEmpty());
    }

    private static Account replay(String rule, Optional<String> network) {
        return replay(VILLAGE, rule, network);
    }

    private static Account replay(RecordingReader.Reading.Good history, String rule, Optional<String> network) {
        Scene scene = Scene.plain(history, new Vantage("history"), MINUTE, network);
        return new Replay(history.recording(), scene, new PlainWords())
                .under(Rule.parse(rule).orElseThrow());
    }

    private static List<Sent.Kind> kinds(List<Sent> sent) {
        return sent.stream().map(Sent::kind).toList();
    }

    private static String text(Sent sent) {
        return sent.message().headline().spans().stream()
                .map(span -> switch (span) {
                    case Span.Plain(String text) -> text;
                    case Span.Strong(String text) -> text;
                    case Span.Code(String text) -> text;
                    case Span.Time time -> time.at().toString();
                })
                .collect(Collectors.joining());
    }

    private static Instant at(String time) {
        return Instant.parse("2031-05-04T" + time + "Z");
    }

    private static Finding finding(Outcome outcome) {
        return new Finding(outcome, new Timings(Map.of(), Duration.ofMillis(77)), Optional.empty());
    }

    private static RecordingReader.Reading.Good village() {
        Sources sources = Sources.in(Path.of("src/test/resources/replay/upptime"), flaw -> {})
                .orElseThrow();
        return (RecordingReader.Reading.Good) new RecordingReader().read(sources, Optional.empty());
    }
}
