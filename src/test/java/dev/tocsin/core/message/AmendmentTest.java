package dev.tocsin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.detect.Cover;
import dev.tocsin.core.detect.Restoration;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.sample.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What stands in the place of an outage's message once the outage has changed. */
class AmendmentTest {
    private static final Instant NOW = Samples.NOON.plus(Duration.ofHours(50));

    private final Incident restored = Samples.incident(6, "portal", Samples.NOON)
            .with(new Incident.State.Restored(
                    new Restoration(Optional.of(NOW), NOW.plusSeconds(30), Cover.WATCHED), NOW.plusSeconds(60)));

    @Test
    void whatIsOverIsToldAsOverWithWhatWasMeasured() {
        Message message = Amendment.write(List.of(new Notice.Outage(restored)));

        assertThat(message.tone()).isEqualTo(Tone.GOOD);
        assertThat(text(message.headline()))
                .startsWith("Over: ")
                .contains("answers again as of")
                .doesNotContain("late");
        assertThat(message.suggestions()).extracting(Message.Suggestion::label).containsExactly("Details");
    }

    @Test
    void whatLastsSaysWhoAcknowledgedItAndAsksNobodyElseTo() {
        Incident open = Samples.incident(7, "portal", Samples.NOON)
                .with(Optional.of(new Incident.Acknowledgement("ana", Samples.NOON)));
        Message message = Amendment.write(List.of(new Notice.Outage(open)));

        assertThat(message.tone()).isEqualTo(Tone.ALERT);
        assertThat(message.blocks().toString())
                .contains("Acknowledged")
                .contains("ana")
                .doesNotContain("late");
        assertThat(message.suggestions()).extracting(Message.Suggestion::label).containsExactly("Details");
    }

    @Test
    void oneThatToldOfSeveralSaysOfEachHowItIs() {
        Incident open = Samples.incident(8, "mail", Samples.NOON);
        Message message = Amendment.write(List.of(new Notice.Outage(restored), new Notice.Outage(open)));

        assertThat(message.tone()).isEqualTo(Tone.ALERT);
        assertThat(text(message.headline())).contains("mail").contains("does not answer");
        assertThat(message.blocks().toString()).contains("answers again").doesNotContain("catches up");
    }

    @Test
    void oneThatToldOfSeveralShowsWhoAcknowledgedAndWhatWasNoted() {
        Incident noted = Samples.incident(8, "mail", Samples.NOON)
                .with(Optional.of(new Incident.Acknowledgement("ana", NOW)))
                .with(new Incident.SourcedNote("the provider", "a cable was cut", "ana", NOW));
        Message message = Amendment.write(List.of(new Notice.Outage(restored), new Notice.Outage(noted)));

        assertThat(message.blocks().toString()).contains("acknowledged by ana").contains("a cable was cut");
    }

    @Test
    void ofManyNotesTheLatestAreShown() {
        Incident noted = Samples.incident(8, "mail", Samples.NOON);
        for (int i = 1; i <= 12; i++) {
            noted = noted.with(new Incident.SourcedNote("us", "note " + i + ".", "ana", NOW.plusSeconds(i)));
        }
        Message message = Amendment.write(List.of(new Notice.Outage(restored), new Notice.Outage(noted)));

        assertThat(message.blocks().toString())
                .contains("+2 earlier", "note 3.", "note 12.")
                .doesNotContain("note 2.");
    }

    @Test
    void whatIsNoLongerWatchedKeepsItsNotes() {
        Incident withdrawn = Samples.incident(8, "mail", Samples.NOON)
                .with(new Incident.SourcedNote("the provider", "a cable was cut", "ana", NOW))
                .with(new Incident.State.Withdrawn(NOW, "ana"));

        assertThat(Amendment.write(List.of(new Notice.Outage(withdrawn)))
                        .blocks()
                        .toString())
                .contains("a cable was cut");
    }

    private static String text(Line line) {
        return line.spans().stream()
                .map(span -> switch (span) {
                    case Span.Plain(String text) -> text;
                    case Span.Strong(String text) -> text;
                    case Span.Code(String text) -> text;
                    case Span.Time time -> Clockface.full(time.at(), time.zone());
                })
                .collect(Collectors.joining());
    }
}
