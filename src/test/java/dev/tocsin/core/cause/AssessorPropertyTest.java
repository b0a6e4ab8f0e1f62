package dev.tocsin.core.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds whatever was measured. */
@Domain(DomainContext.Global.class)
@Domain(Scenes.class)
class AssessorPropertyTest {
    /** What is not known is neither for nor against anything: a rule that fires without a feature fires with it. */
    @Property
    void whatIsNotKnownFiresNoRule(@ForAll Scene scene, @ForAll Scenes.Forgetting forgetting) {
        Set<String> before = fired(scene);

        assertThat(before).containsAll(fired(forgetting.of(scene)));
    }

    /** But for the network, whose age is forgotten with it. */
    @Property
    void forgettingNeverRaisesTheConfidenceInTheSameCause(@ForAll Scene scene, @ForAll Scenes.Forgetting forgetting) {
        Assessment before = scene.assessed();
        Assessment after = forgetting.of(scene).assessed();

        if (after.label() == before.label() && forgetting != Scenes.Forgetting.NETWORK) {
            assertThat(ordinal(after.confidence())).isLessThanOrEqualTo(ordinal(before.confidence()));
        }
    }

    @Property
    void oneVantageIsNeverHighlyConfident(@ForAll Scene scene) {
        if (scene.features().sighting().vantages() == 1) {
            assertThat(scene.assessed().confidence()).isNotEqualTo(Optional.of(Confidence.HIGH));
        }
    }

    @Property
    void anOldMappingIsNeverMoreThanLittleConfident(@ForAll Scene scene) {
        boolean old = scene.features()
                .members()
                .filter(one -> one.mappedAgo().compareTo(Assessor.STALE) > 0)
                .isPresent();
        if (old) {
            assertThat(scene.assessed().confidence()).isIn(Optional.empty(), Optional.of(Confidence.LOW));
        }
    }

    @Property
    void theOneMoreThatFailsNeverSpeaksAgainstLossOfTheNetwork(
            @ForAll Scene scene, @ForAll @IntRange(min = 1, max = 9) int failing) {
        Scene fewer = scene.network(failing, 0, 10);
        Scene more = scene.network(failing + 1, 0, 10);

        assertThat(score(more, Cause.NETWORK_LOSS)).isGreaterThanOrEqualTo(score(fewer, Cause.NETWORK_LOSS));
    }

    @Property
    void slowerAnswersBeforeNeverSpeakAgainstOverload(
            @ForAll Scene scene,
            @ForAll @IntRange(min = 1, max = 99) int tenths,
            @ForAll @IntRange(min = 0, max = 99) int more) {
        Scene quick = scene.slower(tenths / 10.0);
        Scene slow = scene.slower((tenths + more) / 10.0);

        assertThat(score(slow, Cause.OVERLOAD)).isGreaterThanOrEqualTo(score(quick, Cause.OVERLOAD));
        assertThat(score(slow, Cause.NETWORK_LOSS)).isLessThanOrEqualTo(score(quick, Cause.NETWORK_LOSS));
    }

    @Property
    void aControlMoreThatAnswersNeverSpeaksForOurOwnNetwork(
            @ForAll Scene scene, @ForAll @IntRange(min = 0, max = 5) int answering) {
        assertThat(score(scene.controls(answering + 1, 6), Cause.OWN_NETWORK))
                .isLessThanOrEqualTo(score(scene.controls(answering, 6), Cause.OWN_NETWORK));
    }

    @Property
    void whatIsDeterminedLeadsEveryOtherByThree(@ForAll Scene scene) {
        Assessment assessment = scene.assessed();
        Map<Cause, Double> scores = Assessor.scores(assessment.clues().toList());
        if (assessment.label() == Cause.UNDETERMINED) {
            return;
        }
        double best = scores.getOrDefault(assessment.label(), Double.NEGATIVE_INFINITY);

        assertThat(best).isGreaterThanOrEqualTo(Assessor.LEAD);
        scores.forEach((cause, score) -> assertThat(cause == assessment.label() || best - score >= Assessor.LEAD)
                .isTrue());
    }

    @Property
    void everyRuleThatFiredIsKeptOnce(@ForAll Scene scene) {
        List<String> kept = scene.assessed().clues().map(Clue::rule).toList();

        assertThat(kept).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(fired(scene));
    }

    private static Set<String> fired(Scene scene) {
        return Assessor.RULES.stream()
                .flatMap(rule -> rule.on(scene.features()).stream())
                .map(Clue::rule)
                .collect(Collectors.toSet());
    }

    /** One that cannot stand has no odds at all. */
    private static double score(Scene scene, Cause cause) {
        return Assessor.scores(scene.assessed().clues().toList()).getOrDefault(cause, Double.NEGATIVE_INFINITY);
    }

    private static int ordinal(Optional<Confidence> confidence) {
        return confidence.map(Enum::ordinal).orElse(-1);
    }
}
