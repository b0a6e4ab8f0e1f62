package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.target.Pace;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.sample.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookPlanTest {
    private static final Instant START = Samples.NOON;
    private static final Pace HALF_MINUTE = new Pace(Duration.ofSeconds(30), Duration.ofSeconds(10));

    private final LookPlan plan = new LookPlan(4);

    @Test
    void looksSpreadEvenlyOverTheIntervalFromTheStart() {
        plan.replan(paces(3_000, HALF_MINUTE), START);

        for (int second = 1; second <= 30; second++) {
            assertThat(due(START.plusSeconds(second))).hasSizeBetween(60, 145);
        }
    }

    @Test
    void dueTimesDoNotDriftHoweverLateTheTicksAre() {
        plan.replan(paces(1, HALF_MINUTE), START);
        List<LookPlan.DueLook> looks = new ArrayList<>();
        for (int i = 1; i <= 400; i++) {
            looks.addAll(due(START.plusMillis(i * 7_777L)));
        }

        long phase = looks.getFirst().at().toEpochMilli() % 30_000;
        assertThat(looks)
                .allSatisfy(
                        look -> assertThat(look.at().toEpochMilli() % 30_000).isEqualTo(phase));
        assertThat(looks).hasSizeBetween(103, 104);
    }

    @Test
    void looksThatCanNoLongerBeMadeAreCounted() {
        plan.replan(paces(1, HALF_MINUTE), START);

        List<LookPlan.DueLook> late = due(START.plusSeconds(30).plus(Duration.ofMinutes(5)));

        assertThat(late)
                .singleElement()
                .satisfies(look -> assertThat(look.missed()).isEqualTo(10));
        assertThat(due(START.plusSeconds(30).plus(Duration.ofMinutes(5)))).isEmpty();
    }

    @Test
    void aChangeOfOneTargetLeavesThePlaceOfTheOthers() {
        plan.replan(paces(50, HALF_MINUTE), START);
        LookPlan other = new LookPlan(4);
        other.replan(paces(50, HALF_MINUTE), START);
        Map<TargetId, Pace> changed = paces(51, HALF_MINUTE);
        changed.put(new TargetId("t-7"), new Pace(Duration.ofMinutes(1), Duration.ofSeconds(10)));
        plan.replan(changed, START.plusMillis(1));

        List<LookPlan.DueLook> before = collect(other, START.plusSeconds(30));
        List<LookPlan.DueLook> after = collect(plan, START.plusSeconds(30));

        assertThat(after)
                .containsAll(before.stream()
                        .filter(look -> !look.target().value().equals("t-7"))
                        .toList());
    }

    @Test
    void aTargetKeepsItsPlaceInWhateverShardItIs() {
        LookPlan other = new LookPlan(4);
        for (LookPlan one : List.of(plan, other)) {
            one.replan(paces(200, HALF_MINUTE), START);
            one.lookAgain(new TargetId("t-9"), START.plusSeconds(7));
        }
        List<LookPlan.DueLook> dealt = new ArrayList<>();
        List<LookPlan.DueLook> undealt = new ArrayList<>();
        for (int second = 1; second <= 90; second++) {
            plan.resize(second % 2 == 0 ? 64 : 1 + second % 5);
            dealt.addAll(due(START.plusSeconds(second)));
            undealt.addAll(collect(other, START.plusSeconds(second)));
        }

        assertThat(dealt).hasSize(601).containsExactlyInAnyOrderElementsOf(undealt);
        assertThat(plan.due(64, START.plusSeconds(200)))
                .as("a shard that is no more")
                .isEmpty();
    }

    @Test
    void anotherTimeoutMovesNoLookAndMakesNone() {
        Pace rare = new Pace(Duration.ofHours(6), Duration.ofSeconds(10));
        plan.replan(paces(20, rare), START);
        due(START.plusSeconds(61));
        plan.replan(paces(20, new Pace(rare.every(), Duration.ofSeconds(5))), START.plusSeconds(62));

        assertThat(due(START.plusSeconds(200))).hasSizeLessThan(3);
    }

    @Test
    void aSecondWishForAnEarlierLookReplacesALaterOneOnly() {
        plan.replan(paces(1, HALF_MINUTE), START);
        TargetId target = new TargetId("t-0");
        plan.lookAgain(target, START.plusMillis(20));
        plan.lookAgain(target, START.plusMillis(50));
        plan.lookAgain(target, START.plusMillis(10));

        assertThat(due(START.plusMillis(60)).stream().filter(look -> look.kind() == LookPlan.Kind.AGAIN))
                .singleElement()
                .satisfies(look -> assertThat(look.at()).isEqualTo(START.plusMillis(10)));
    }

    @Test
    void aTargetThatLeftIsNoLongerDue() {
        plan.replan(paces(9, HALF_MINUTE), START);
        plan.lookAgain(new TargetId("t-3"), START.plusMillis(5));
        plan.replan(Map.of(), START);

        assertThat(due(START.plusSeconds(100))).isEmpty();
    }

    @Test
    void aRareTargetGetsAFirstLookWithinAMinute() {
        plan.replan(paces(20, new Pace(Duration.ofHours(6), Duration.ofSeconds(10))), START);

        assertThat(due(START.plusSeconds(61)))
                .extracting(LookPlan.DueLook::target)
                .hasSize(20);
    }

    @Test
    void lateness() {
        Lateness lateness = new Lateness();
        for (int i = 1; i <= 100; i++) {
            lateness.record(Duration.ofMillis(i), START);
        }
        lateness.record(Duration.ofSeconds(-3), START);

        assertThat(lateness.p50(START)).isEqualTo(Duration.ofMillis(50));
        assertThat(lateness.p99(START)).isEqualTo(Duration.ofMillis(99));
        assertThat(lateness.p99(START.plusSeconds(90))).isEqualTo(Duration.ZERO);
    }

    private List<LookPlan.DueLook> due(Instant now) {
        return collect(plan, now);
    }

    private static List<LookPlan.DueLook> collect(LookPlan plan, Instant now) {
        List<LookPlan.DueLook> due = new ArrayList<>();
        for (int shard = 0; shard < plan.shards(); shard++) {
            due.addAll(plan.due(shard, now));
        }
        return due;
    }

    private static Map<TargetId, Pace> paces(int count, Pace pace) {
        Map<TargetId, Pace> paces = new HashMap<>();
        for (int i = 0; i < count; i++) {
            paces.put(new TargetId("t-" + i), pace);
        }
        return paces;
    }
}
