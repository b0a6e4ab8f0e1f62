package dev.tocsin.core.message;

import static dev.tocsin.sample.NoticeBook.SOON;
import static dev.tocsin.sample.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.console.Plain;
import dev.tocsin.core.cause.Assessment;
import dev.tocsin.core.cause.Cause;
import dev.tocsin.core.cause.Scene;
import dev.tocsin.core.cause.Scenes;
import dev.tocsin.core.cause.Sign;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.sample.AssessedNotices;
import dev.tocsin.sample.Golden;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** What is said of causes. */
@Domain(Scenes.class)
class AssessmentWordsTest {
    static final String HEDGE = "denial of service among them";
    static final List<String> FORBIDDEN =
            List.of("attack", "hacked", "ddos", "denial of service", "shut down by", "sabotage", "on purpose");

    @Property(tries = 500)
    void noNoticeSaysMoreThanMeasurementsCan(@ForAll Scene scene) {
        Incident incident = AssessedNotices.parliament(scene.assessed());
        Incident other = Samples.incident(7, "mail", NOON).with(scene.assessed());
        List<Notice> both = List.of(new Notice.Outage(incident), new Notice.Outage(other));

        assertSober(NoticeWriter.write(both.getFirst(), SOON));
        assertSober(CatchUp.write(both, SOON));
        assertSober(Amendment.write(List.of(both.getFirst())));
        assertSober(Amendment.write(both));
        assertSober(Amendment.write(List.of(new Notice.Outage(dev.tocsin.sample.NoticeBook.over(incident, 60)))));
    }

    @Property(tries = 500)
    void theSentenceOfEveryAssessmentSaysItsConfidenceAndNoOther(@ForAll Scene scene) {
        Assessment assessment = scene.assessed();
        String text = Plain.text(NoticeWriter.write(new Notice.Outage(AssessedNotices.parliament(assessment)), SOON));

        assertThat(text).contains(AssessmentWords.title(assessment));
        assertThat(text.contains("confidence")).isEqualTo(assessment.label() != Cause.UNDETERMINED);
    }

    /** Only what a rule bears out is told of a network's loss. */
    @Property(tries = 500)
    void whatIsSaidOfANetworksLossWasMeasured(@ForAll Scene scene) {
        Assessment assessment = scene.assessed();
        String text = text(assessment);

        if (assessment.label() == Cause.NETWORK_LOSS) {
            assertThat(text.contains("gradual overload")).isEqualTo(fired(assessment, "NL3"));
            assertThat(text.contains("at once")).isEqualTo(fired(assessment, "NL2"));
        }
    }

    @Example
    void everyAssessmentReadsAsItIsMeant() {
        StringBuilder page = new StringBuilder();
        AssessedNotices.all()
                .forEach((title, message) -> page.append("## ")
                        .append(title)
                        .append("\n\n")
                        .append(Plain.text(message))
                        .append("\n\n"));
        Golden.holds(Path.of("src/test/resources/notices/assessed.txt"), page.toString());
    }

    @Example
    void aQuotedNoteMayNameWhatItsSourceDoes() {
        Incident noted = AssessedNotices.parliament(Scene.failing(Sign.SILENT).assessed())
                .with(new Incident.SourcedNote("the ministry", "it was a DDoS attack", "ana", SOON));
        String text = Plain.text(NoticeWriter.write(new Notice.Outage(noted), SOON));

        assertThat(text).contains("Per the ministry").contains("\"it was a DDoS attack\"");
    }

    @Example
    void anOutageThatNobodyAssessedSaysThatItsCauseIsNotKnown() {
        String text = Plain.text(NoticeWriter.write(new Notice.Outage(Samples.incident(1, "mail", NOON)), SOON));

        assertThat(text)
                .contains("The cause is not known from these measurements.")
                .doesNotContain("Assessment");
    }

    @Example
    void theNamesOfVantagesAreTold() {
        assertThat(text(Scene.failing(Sign.SILENT).vantages(2, 1).assessed()))
                .isEqualTo("unreachable from v1, v2; reachable from v3: consistent with filtering or a path fault."
                        + " Measurements cannot establish intent.");
    }

    private static String text(Assessment assessment) {
        Line line = AssessmentWords.line(assessment, AssessedNotices.parliament(assessment));
        return ((Span.Plain) line.spans().getFirst()).text();
    }

    private static boolean fired(Assessment assessment, String rule) {
        return assessment.clues().anyMatch(clue -> clue.rule().equals(rule));
    }

    private static void assertSober(Message message) {
        String text =
                Plain.text(message).replaceAll("\\s+", " ").replace(HEDGE, "").toLowerCase(Locale.ROOT);

        assertThat(FORBIDDEN).noneMatch(text::contains);
    }
}
