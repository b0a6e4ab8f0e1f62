package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.incident.Incident;
import dev.tocsin.sample.AssessedNotices;
import dev.tocsin.sample.Samples;
import org.junit.jupiter.api.Test;

/** Assessments as they are kept with their incidents. */
class AssessmentJsonTest {
    private final Json json = new Json();

    @Test
    void everyAssessmentIsReadAsItWasWritten() {
        assertThat(AssessedNotices.assessments().values()).allSatisfy(assessment -> {
            Incident incident = AssessedNotices.parliament(assessment);

            assertThat(json.read(Incident.class, json.write(Incident.class, incident)))
                    .isEqualTo(incident);
        });
    }

    @Test
    void anIncidentFromBeforeThereWereAnyHasNone() {
        Incident incident = Samples.incident(3, "mail", Samples.NOON);
        String before = json.write(Incident.class, incident).replace(",\"assessment\":null", "");

        assertThat(before).doesNotContain("assessment");
        assertThat(json.read(Incident.class, before)).isEqualTo(incident);
    }
}
