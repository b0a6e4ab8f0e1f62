package dev.tocsin.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.ControlCount;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.Pace;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.sample.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilterDetectorTest {
    private static final Outcome BLIND = new Outcome.Unjudged(Outcome.Reason.OWN_NETWORK, "");
    private static final Instant NOON = Samples.NOON;

    private final FilterDetector detector =
            new FilterDetector(new Pace(Duration.ofSeconds(30), Duration.ofSeconds(10)));
    private final List<Verdict> told = new ArrayList<>();
    private Stance stance = detector.start(NOON);

    @Test
    void failuresOfOneVantageConfirmOnceTheySpanAMinute() {
        answersFor(3600);
        see(3600, "a", Samples.down());
        see(3615, "a", Samples.down());
        see(3635, "a", Samples.down());
        see(3655, "a", Samples.down());
        assertThat(told).isEmpty();

        see(3675, "a", Samples.down());

        assertThat(told).singleElement().isInstanceOfSatisfying(Verdict.ConfirmsDown.class, down -> {
            assertThat(down.onset().firstFailure()).isEqualTo(NOON.plusSeconds(3600));
            assertThat(down.onset().lastSuccess()).contains(NOON.plusSeconds(3570));
        });
        assertThat(stance.belief().failures()).isEqualTo(5);
        assertThat(stance.belief().looks()).isEqualTo(5);
    }

    @Test
    void twoVantagesThatAgreeConfirmWithinSeconds() {
        answersFor(3600);
        see(3600, "a", Samples.down());
        see(3615, "a", Samples.down());
        see(3615, "b", Samples.down());
        see(3635, "a", Samples.down());
        see(3635, "b", Samples.down());

        assertThat(told).singleElement().isInstanceOf(Verdict.ConfirmsDown.class);
    }

    @Test
    void oneVantageOfThreeThatCannotReachItIsNoOutage() {
        answersFor(3600);
        for (int i = 0; i < 120; i++) {
            see(3600 + 30 * i, "a", Samples.down());
            see(3610 + 30 * i, "b", Samples.up());
            see(3620 + 30 * i, "c", Samples.up());
        }

        assertThat(told).singleElement().isInstanceOf(Verdict.ConfirmsLosing.class);
    }

    @Test
    void failuresWhileControlsFailTooHardlyCount() {
        answersFor(3600);
        for (int at = 3600; at <= 3680; at += 20) {
            see(at, "a", Samples.down(), Optional.of(new ControlCount(2, 3)));
        }
        assertThat(told).isEmpty();

        for (int at = 3700; at <= 3800; at += 20) {
            see(at, "a", Samples.down(), Optional.of(new ControlCount(3, 3)));
        }
        assertThat(told).singleElement().isInstanceOf(Verdict.ConfirmsDown.class);
    }

    @Test
    void whatTheBotCannotVouchForMovesNothing() {
        answersFor(3600);
        Stance before = stance;
        for (int at = 3600; at < 4000; at += 10) {
            see(at, "a", BLIND);
        }

        assertThat(stance).isEqualTo(before);
    }

    @Test
    void aLookThatComesTwiceOrLateIsWeighedOnce() {
        answersFor(3600);
        see(3600, "a", Samples.down());
        see(3620, "a", Samples.down());
        Stance before = stance;

        see(3620, "a", Samples.down());
        see(3600, "a", Samples.down());
        see(3590, "a", Samples.up());

        assertThat(stance).isEqualTo(before);
    }

    @Test
    void anOutageEndsAfterHalfAMinuteOfAnswers() {
        down();
        see(4000, "a", Samples.up());
        see(4005, "a", Samples.up());
        see(4015, "a", Samples.up());
        see(4029, "a", Samples.up());
        assertThat(told).isEmpty();
        see(4030, "a", Samples.up());
        assertThat(told).singleElement().isInstanceOfSatisfying(Verdict.ConfirmsUp.class, up -> {
            assertThat(up.restoration().firstSuccess()).isEqualTo(NOON.plusSeconds(4000));
        });
    }

    @Test
    void anOutageEndsWithinSecondsWhenTwoVantagesAgree() {
        down();
        see(4000, "a", Samples.up());
        see(4000, "b", Samples.up());
        see(4005, "a", Samples.up());
        assertThat(told).isEmpty();
        see(4005, "b", Samples.up());
        assertThat(told).singleElement().isInstanceOf(Verdict.ConfirmsUp.class);
    }

    @Test
    void oneFailureAmongTheAnswersKeepsTheOutageOpen() {
        down();
        see(4000, "a", Samples.up());
        see(4015, "a", Samples.up());
        see(4025, "a", Samples.down());
        see(4031, "a", Samples.up());

        assertThat(told).isEmpty();
        assertThat(stance.health())
                .isInstanceOfSatisfying(
                        Health.Recovering.class,
                        recovering -> assertThat(recovering.restoration().firstSuccess())
                                .isEqualTo(NOON.plusSeconds(4031)));
    }

    @Test
    void aTargetThatLosesHalfOfTheLooksIsToldOnce() {
        answersFor(3600);
        for (int i = 0; i < 2_880; i++) {
            see(3600 + 30 * i, "a", i % 2 == 0 ? Samples.down() : Samples.up());
        }

        assertThat(told.stream().filter(verdict -> !(verdict instanceof Verdict.ConfirmsLosing)))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(told).isNotEmpty();
    }

    @Test
    void lossOfASixthOfTheLooksIsCalledAndItsEndAfterHalfAnHour() {
        answersFor(3600);
        int at = 3600;
        for (int i = 0; i < 240; i++, at += 30) {
            see(at, "a", i % 6 == 0 ? Samples.down() : Samples.up());
        }
        assertThat(told).singleElement().isInstanceOf(Verdict.ConfirmsLosing.class);
        int steady = at;
        while (told.size() == 1 && at < steady + 20_000) {
            see(at, "a", Samples.up());
            at += 30;
        }

        assertThat(told.getLast()).isInstanceOf(Verdict.ConfirmsSteady.class);
    }

    @Test
    void whatAnotherRuleHeldIsKeptWhenTheRuleChanges() {
        Onset onset = Samples.onset(NOON);
        stance = new Stance(
                new Health.Down(onset, NOON.plusSeconds(10), Samples.TIMEOUT),
                new CountBelief(3, 0, Optional.of(NOON.minusSeconds(30)), Optional.of(NOON)));

        see(600, "a", Samples.down());
        assertThat(stance.health()).isInstanceOf(Health.Down.class);
        assertThat(((FilterBelief) stance.belief()).masses().failing()).isGreaterThan(.99);
        see(660, "a", Samples.up());
        see(675, "a", Samples.up());
        see(690, "a", Samples.up());

        assertThat(told).singleElement().isInstanceOf(Verdict.ConfirmsUp.class);
    }

    @Test
    void aLongSleepIsNotTakenForFailing() {
        answersFor(3600);
        see(3600, "a", Samples.down());
        see(40_000, "a", Samples.down());

        assertThat(told).isEmpty();
    }

    private void answersFor(int seconds) {
        for (int at = 0; at < seconds; at += 30) {
            see(at, "a", Samples.up());
        }
        told.clear();
    }

    /** A confirmed outage, from second 1000 on. */
    private void down() {
        see(970, "a", Samples.up());
        for (int at = 1000; at <= 1100; at += 20) {
            see(at, "a", Samples.down());
        }
        assertThat(stance.health()).isInstanceOf(Health.Down.class);
        told.clear();
    }

    private void see(int second, String vantage, Outcome outcome) {
        see(second, vantage, outcome, Optional.empty());
    }

    private void see(int second, String vantage, Outcome outcome, Optional<ControlCount> controls) {
        Instant at = NOON.plusSeconds(second);
        Judgement judgement = detector.judge(
                stance,
                new Observation(
                        new TargetId("api"),
                        new Vantage(vantage),
                        at,
                        new Finding(outcome, new Timings(Map.of(), Duration.ZERO), Optional.empty()),
                        controls),
                at);
        stance = judgement.stance();
        switch (judgement.verdict()) {
            case Verdict.ConfirmsDown down -> told.add(down);
            case Verdict.ConfirmsUp up -> told.add(up);
            case Verdict.ConfirmsLosing losing -> told.add(losing);
            case Verdict.ConfirmsSteady steady -> told.add(steady);
            case Verdict.Unmoved ignored -> {}
            case Verdict.Suspects ignored -> {}
            case Verdict.Clears ignored -> {}
            case Verdict.FirstUp ignored -> {}
            case Verdict.Recovers ignored -> {}
            case Verdict.Relapses ignored -> {}
        }
    }
}
