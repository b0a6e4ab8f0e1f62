package dev.tocsin.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.console.Plain;
import dev.tocsin.core.cause.Assessment;
import dev.tocsin.core.cause.Scene;
import dev.tocsin.core.cause.Scenes;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.sample.AssessedNotices;
import dev.tocsin.sample.Samples;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** What {@code /incident} says of a cause. */
@Domain(Scenes.class)
class AssessmentLinesTest {
    @Property(tries = 300)
    void everyRuleThatFiredIsShownOnItsSide(@ForAll Scene scene) {
        Assessment assessment = scene.assessed();
        String text = text(AssessedNotices.parliament(assessment));

        assertThat(assessment.cluesFor()).allSatisfy(one -> assertThat(text).contains("for, " + one.rule() + ":"));
        assertThat(assessment.cluesAgainst())
                .allSatisfy(one -> assertThat(text).contains("against, " + one.rule() + ":"));
        assertThat(assessment.cluesBeside()).allSatisfy(one -> assertThat(text).contains("· " + one.rule() + ":"));
    }

    @Property(tries = 300)
    void nobodysDoingIsSpokenOf(@ForAll Scene scene) {
        String text = text(AssessedNotices.parliament(scene.assessed()))
                .replace("denial of service among them", "")
                .toLowerCase(Locale.ROOT);

        assertThat(text)
                .doesNotContain("attack")
                .doesNotContain("hacked")
                .doesNotContain("ddos")
                .doesNotContain("denial of service")
                .doesNotContain("shut down by");
    }

    @Example
    void whereNobodyAssessedItIsSaid() {
        assertThat(text(Samples.incident(1, "mail", Samples.NOON))).contains("Assessment none was made");
    }

    private static String text(Incident incident) {
        return Plain.text(AssessmentLines.under(Message.of(Tone.INFO, "x"), incident))
                .replaceAll("\\s+", " ");
    }
}
