package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.cause.Assessment;
import dev.tocsin.core.cause.Cause;
import dev.tocsin.core.cause.Clue;
import dev.tocsin.core.cause.Confidence;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What outages are assessed to, from the looks of a network of four and one target beside it. */
class CauseStoriesTest {
    private static final String[] NETWORK = {"api", "mail", "portal", "web"};

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        rig.editing = Channel.Editing.POSSIBLE;
        rig.declare(
                Stream.concat(Stream.of(NETWORK).map(Samples::target), Stream.of(Samples.alone(Samples.target("tax"))))
                        .toList());
        rig.run(Duration.ofMinutes(2));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aNetworkThatFallsSilentAtOnceIsAssessedToItsLoss() {
        rig.run(Duration.ofMinutes(14));
        rig.dead.addAll(List.of(NETWORK));
        rig.run(Duration.ofMinutes(2));

        assertThat(lasting()).hasSize(4).allSatisfy(incident -> {
            Assessment assessment = incident.assessment().orElseThrow();
            assertThat(assessment.label()).isEqualTo(Cause.NETWORK_LOSS);
            assertThat(assessment.confidence()).contains(Confidence.MEDIUM);
            assertThat(assessment.cluesFor()).extracting(Clue::rule).contains("NL1", "NL2", "NL3", "NL5");
            assertThat(assessment.cluesAgainst()).isEmpty();
        });
    }

    @Test
    void oneThatFailsWhileItsNeighboursAnswerIsAssessedToAFaultOfItsOwn() {
        rig.dead.add("api");
        rig.run(Duration.ofMinutes(2));

        assertThat(label(1)).isEqualTo(Cause.SERVICE_FAULT);
        assertThat(rules(1)).contains("SF1").doesNotContain("NL1");
    }

    @Test
    void oneWithoutANetworkIsAssessedToNothing() {
        rig.dead.add("tax");
        rig.run(Duration.ofMinutes(2));

        assertThat(label(1)).isEqualTo(Cause.UNDETERMINED);
    }

    @Test
    void theLastOfANetworkThatComesBackKeepsItsAssessment() {
        rig.dead.addAll(List.of(NETWORK));
        rig.run(Duration.ofMinutes(2));
        rig.dead.removeAll(List.of("mail", "portal", "web"));
        rig.run(Duration.ofMinutes(5));

        assertThat(lasting()).extracting(incident -> incident.subject().name()).containsExactly("The api");
        assertThat(lasting().getFirst().assessment().orElseThrow().label()).isEqualTo(Cause.NETWORK_LOSS);
    }

    @Test
    void whatIsAssessedOtherwiseLaterIsToldInPlaceOnce() {
        rig.dead.add("api");
        rig.run(Duration.ofSeconds(50));
        long before = edits();
        Cause first = label(1);
        rig.run(Duration.ofMinutes(10));

        assertThat(first).isIn(Cause.UNDETERMINED, Cause.SERVICE_FAULT);
        assertThat(label(1)).isEqualTo(Cause.SERVICE_FAULT);
        assertThat(edits() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void anAssessmentOutlivesARestartAndIsNotMadeFromHalfAnOutage() {
        rig.dead.addAll(List.of(NETWORK));
        rig.run(Duration.ofMinutes(2));
        List<Incident> before = lasting();
        rig.dead.removeAll(List.of("mail", "portal", "web"));
        rig.restartAfter(Duration.ofMinutes(1));
        rig.run(Duration.ofMinutes(3));

        assertThat(lasting())
                .hasSize(1)
                .allSatisfy(incident -> assertThat(incident.assessment())
                        .isEqualTo(before.stream()
                                .filter(one -> one.id().equals(incident.id()))
                                .findFirst()
                                .orElseThrow()
                                .assessment()));
    }

    @Test
    void namesThatFailWhileTheAddressThatServedLastServesAreAssessedToThemselves() {
        rig.nameless.add("tax");
        rig.run(Duration.ofMinutes(2));

        assertThat(label(1)).isEqualTo(Cause.DNS_FAULT);
        assertThat(rules(1)).contains("DF1", "DF2");
    }

    @Test
    void namesThatFailWhileTheAddressIsSilentAreNotAssessedToThemselves() {
        rig.nameless.add("tax");
        rig.dead.add("tax");
        rig.run(Duration.ofMinutes(2));

        assertThat(label(1)).isEqualTo(Cause.UNDETERMINED);
        assertThat(rules(1)).contains("DF1", "NL7");
    }

    private List<Incident> lasting() {
        return rig.engine.openIncidents().stream()
                .filter(one -> one.subject() instanceof Subject.OfTarget)
                .toList();
    }

    private Optional<Assessment> assessment(int incident) {
        return rig.archive().incident(new IncidentId(incident)).flatMap(Incident::assessment);
    }

    private Cause label(int incident) {
        return assessment(incident).orElseThrow().label();
    }

    private List<String> rules(int incident) {
        return assessment(incident).orElseThrow().clues().map(Clue::rule).toList();
    }

    private long edits() {
        return rig.said.stream().filter(said -> said.contains(" is now ")).count();
    }
}
