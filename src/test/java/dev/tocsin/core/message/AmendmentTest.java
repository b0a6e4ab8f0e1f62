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
