package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.detect.Cover;
import dev.tocsin.core.detect.Health;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Severity;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoriesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
    private static final TargetId API = new TargetId("api");

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void anOutageIsToldOnceAndItsEndRepliesToIt() {
        rig.run(MINUTE);
        rig.dead.add("api");
        rig.run(Duration.ofMinutes(10));
        rig.dead.clear();
        rig.run(TWO_MINUTES);

        assertThat(rig.said).containsExactly("incident/1/outage", "incident/1/restored re m1");
        assertThat(rig.engine.standing(API).orElseThrow().stance().health()).isInstanceOf(Health.Up.class);
    }

    @Test
    void twoFailuresInARowAreNoOutage() {
        rig.run(MINUTE);
        rig.dead.add("api");
        while (rig.engine.standing(API).orElseThrow().recent().stream()
                        .filter(look -> look.outcome() instanceof Outcome.Down)
                        .count()
                < 2) {
            rig.run(Duration.ofMillis(250));
        }
        rig.dead.clear();
        rig.run(TWO_MINUTES);

        assertThat(rig.said).isEmpty();
        assertThat(rig.engine.openIncidents()).isEmpty();
    }

    @Test
    void manyTargetsThatFailTogetherAreOneMessageAndSoIsTheirReturn() {
        rig.declare(IntStream.rangeClosed(1, 40)
                .mapToObj(i -> Samples.target("svc-" + (100 + i)))
                .toList());
        rig.run(MINUTE);
        rig.dead.add("svc");
        rig.run(TWO_MINUTES);
        rig.dead.clear();
        rig.run(TWO_MINUTES);

        assertThat(rig.engine.openIncidents()).isEmpty();
        assertThat(rig.archive().incidents(100)).hasSize(1);
        assertThat(rig.said).hasSize(2);
        assertThat(rig.said.getFirst()).endsWith("/outage");
        assertThat(rig.said.getLast()).endsWith("/restored re m1");
    }

    @Test
    void whenTheControlsFailTooNothingIsConcludedAndOnePauseIsTold() {
        rig.run(MINUTE);
        rig.dead.add("api");
        rig.dead.add("control");
        rig.run(Duration.ofMinutes(5));
        rig.dead.clear();
        rig.run(TWO_MINUTES);

        assertThat(rig.said).hasSize(2);
        assertThat(rig.said.getFirst()).startsWith("sight/here/").endsWith("/lost");
        assertThat(rig.said.getLast()).startsWith("sight/here/").contains("/regained");
        assertThat(rig.archive().gaps(Samples.NOON, rig.time.now())).hasSize(1);
        assertThat(rig.archive().incidents(5)).isEmpty();
    }

    @Test
    void anOutageThatBeganBeforeACrashIsOneIncidentWithItsTrueOnset() {
        rig.run(MINUTE);
        rig.dead.add("api");
        rig.run(TWO_MINUTES);
        Incident before = rig.engine.openIncidents().getFirst();
        rig.restartAfter(Duration.ofMinutes(30));
        rig.run(TWO_MINUTES);
        rig.dead.clear();
        rig.run(TWO_MINUTES);

        assertThat(rig.said).containsExactly("incident/1/outage", "incident/1/restored re m1");
        Incident after = rig.archive().incident(new IncidentId(1)).orElseThrow();
        assertThat(after.onset()).isEqualTo(before.onset());
        assertThat(rig.archive().gaps(Samples.NOON, rig.time.now()))
                .singleElement()
                .satisfies(gap -> assertThat(gap.reason()).isEqualTo(Outcome.Reason.NOT_RUNNING));
    }

    @Test
    void anOutageThatCameWhileTheBotWasDownIsNoticedAndToldAsUnwatched() {
        rig.run(MINUTE);
        rig.dead.add("api");
        rig.restartAfter(Duration.ofMinutes(30));
        rig.run(TWO_MINUTES);

        assertThat(rig.said).containsExactly("incident/1/outage");
        assertThat(rig.engine.openIncidents().getFirst().onset().cover()).isEqualTo(Cover.UNWATCHED);
        assertThat(rig.engine.openIncidents().getFirst().onset().lastSuccess()).isPresent();
    }

    @Test
    void aRecoveryThatCameWhileTheBotWasDownIsToldAtTheStart() {
        rig.run(MINUTE);
        rig.dead.add("api");
        rig.run(TWO_MINUTES);
        rig.dead.clear();
        rig.restartAfter(Duration.ofMinutes(30));
        rig.run(TWO_MINUTES);

        assertThat(rig.said).containsExactly("incident/1/outage", "incident/1/restored re m1");
    }

    @Test
    void aMuteHoldsBackTheOutageAndItsEndTellsWhatIsStillDownAndThenTheReturnIsTold() {
        rig.run(MINUTE);
        rig.ask(mute(Duration.ofMinutes(10)));
        rig.dead.add("api");
        rig.run(Duration.ofMinutes(5));
        assertThat(rig.said).isEmpty();
        rig.run(Duration.ofMinutes(6));
        assertThat(rig.said).containsExactly("incident/1/still-down/1");
        rig.dead.clear();
        rig.run(TWO_MINUTES);

        assertThat(rig.said).containsExactly("incident/1/still-down/1", "incident/1/restored re m1");
    }

    @Test
    void aRecoveryIsToldEvenWhenMutedInBetween() {
        rig.run(MINUTE);
        rig.dead.add("api");
        rig.run(TWO_MINUTES);
        rig.ask(mute(Duration.ofHours(2)));
        rig.dead.clear();
        rig.run(TWO_MINUTES);

        assertThat(rig.said).containsExactly("incident/1/outage", "incident/1/restored re m1");
    }

    @Test
    void anOutageThatBeganAndEndedUnderAMuteIsNeverTold() {
        rig.run(MINUTE);
        rig.ask(mute(Duration.ofHours(1)));
        rig.dead.add("api");
        rig.run(TWO_MINUTES);
        rig.dead.clear();
        rig.run(Duration.ofHours(2));

        assertThat(rig.said).isEmpty();
        assertThat(rig.archive().deliveries(new IncidentId(1))).hasSize(2);
    }

    @Test
    void aTargetThatIsRemovedWhileDownIsToldAsNoLongerWatched() {
        rig.run(MINUTE);
        rig.dead.add("api");
        rig.run(TWO_MINUTES);
        rig.declare(List.of());
        rig.run(MINUTE);

        assertThat(rig.said).containsExactly("incident/1/outage", "incident/1/withdrawn re m1");
        assertThat(rig.engine.openIncidents()).isEmpty();
    }

    @Test
    void aChangedConfigFiresNothingAnewAndKeepsWhatIsKnown() {
        rig.run(MINUTE);
        rig.dead.add("api");
        rig.run(TWO_MINUTES);
        rig.declare(List.of(Samples.target("api"), Samples.target("new")));
        rig.run(TWO_MINUTES);

        assertThat(rig.said).containsExactly("incident/1/outage");
        assertThat(rig.engine
                        .standing(new TargetId("new"))
                        .orElseThrow()
                        .stance()
                        .health())
                .isInstanceOf(Health.Up.class);
    }

    @Test
    void aPlatformThatDefersGetsEverythingInOrderOnceItTakesIt() {
        rig.run(MINUTE);
        rig.answers.put(Rig.MAIN, () -> new DeliveryResult.Deferred(Optional.of(Duration.ofSeconds(25)), "429"));
        rig.dead.add("api");
        rig.run(TWO_MINUTES);
        rig.dead.clear();
        rig.run(TWO_MINUTES);
        assertThat(rig.said).isEmpty();
        rig.answers.clear();
        rig.run(TWO_MINUTES);

        assertThat(String.join(" ", rig.said)).isEqualTo("incident/1/outage incident/1/restored re m1");
    }

    @Test
    void aChannelThatFailsDoesNotHoldUpAnother() {
        ChannelRef other = ChannelRef.parse("telegram:-5");
        rig.ask(new Request.Subscribe(other, new Scope.Everything(), Severity.LOW, Manner.PLAIN, "ana"));
        rig.answers.put(other, () -> new DeliveryResult.Deferred(Optional.empty(), "down"));
        rig.run(MINUTE);
        rig.dead.add("api");
        rig.run(TWO_MINUTES);

        assertThat(rig.said).containsExactly("incident/1/outage");
    }

    @Test
    void anEndIsNotToldWhereThePlatformRefusedTheOutage() {
        rig.run(MINUTE);
        rig.answers.put(Rig.MAIN, () -> new DeliveryResult.Rejected("no access"));
        rig.dead.add("api");
        rig.run(TWO_MINUTES);
        rig.answers.clear();
        rig.dead.clear();
        rig.run(TWO_MINUTES);

        assertThat(rig.said).isEmpty();
    }

    @Test
    void aMovedChannelIsFollowed() {
        ChannelRef old = ChannelRef.parse("telegram:-5");
        ChannelRef now = ChannelRef.parse("telegram:-1005");
        rig.ask(new Request.Subscribe(old, new Scope.OfTarget(API), Severity.LOW, Manner.PLAIN, "ana"));
        rig.answers.put(Rig.MAIN, () -> new DeliveryResult.Rejected("not under test"));
        rig.answers.put(old, () -> new DeliveryResult.Moved(now));
        rig.run(MINUTE);
        rig.dead.add("api");
        rig.run(TWO_MINUTES);
        rig.dead.clear();
        rig.run(TWO_MINUTES);

        assertThat(rig.said).containsExactly("incident/1/outage", "incident/1/restored re m1");
        assertThat(rig.engine.subscriptions())
                .extracting("channel")
                .contains(now)
                .doesNotContain(old);
    }

    @Test
    void whileTheStoreIsAwayNoticesGoOutFromMemoryAndAreWrittenLater() {
        rig.run(MINUTE);
        rig.breakStore(true);
        rig.dead.add("api");
        rig.run(TWO_MINUTES);
        rig.dead.clear();
        rig.run(TWO_MINUTES);
        List<String> whileAway = List.copyOf(rig.said);
        rig.breakStore(false);
        rig.run(MINUTE);

        assertThat(whileAway).hasSize(3).contains("incident/1/outage");
        assertThat(whileAway.getFirst()).startsWith("trouble/store");
        assertThat(whileAway.getLast()).startsWith("incident/1/restored");
        assertThat(rig.archive().incident(new IncidentId(1)).orElseThrow().isOpen())
                .isFalse();
        assertThat(rig.said).hasSize(4);
        assertThat(rig.said.getLast()).startsWith("trouble/store");
        rig.restartAfter(Duration.ofSeconds(5));
        rig.run(MINUTE);
        assertThat(rig.said).hasSize(4);
    }

    @Test
    void aSetClockConfirmsNothing() {
        rig.run(MINUTE);
        rig.time.jump(Duration.ofHours(-3));
        rig.run(TWO_MINUTES);
        rig.time.jump(Duration.ofDays(1));
        rig.run(TWO_MINUTES);

        assertThat(rig.said).isEmpty();
        assertThat(rig.engine.standing(API).orElseThrow().counts().made()).isGreaterThan(8);
    }

    @Test
    void aPauseOfTheProcessIsAGapAndNoOutage() {
        rig.run(MINUTE);
        rig.time.pass(Duration.ofMinutes(20));
        rig.run(TWO_MINUTES);

        assertThat(rig.said).isEmpty();
        assertThat(rig.archive().gaps(Samples.NOON, rig.time.now())).hasSize(1);
    }

    @Test
    void chatAddsEditsPausesAndRemovesTargets() {
        Target more = Samples.target("more");
        assertThat(rig.ask(new Request.AddTarget(more, "ana"))).isInstanceOf(Reply.Done.class);
        assertThat(rig.ask(new Request.AddTarget(more, "ana"))).isInstanceOf(Reply.Refused.class);
        rig.run(Duration.ofSeconds(1));
        assertThat(rig.engine.standing(more.id()).orElseThrow().recent()).hasSize(1);
        rig.ask(new Request.Pause(more.id(), "ana"));
        rig.run(TWO_MINUTES);
        assertThat(rig.engine.standing(more.id()).orElseThrow().counts().made()).isEqualTo(1);
        rig.restartAfter(Duration.ofSeconds(1));
        assertThat(rig.engine.standing(more.id()).orElseThrow().watching()).isEqualTo(Standing.Watching.PAUSED);
        assertThat(rig.ask(new Request.RemoveTarget(more.id(), "ana"))).isInstanceOf(Reply.Done.class);
        assertThat(rig.engine.standing(more.id())).isEmpty();
    }

    private Request mute(Duration length) {
        return new Request.Silence(
                Mute.Purpose.MUTE,
                new Scope.OfTarget(API),
                rig.time.now(),
                rig.time.now().plus(length),
                "",
                "ana");
    }
}
