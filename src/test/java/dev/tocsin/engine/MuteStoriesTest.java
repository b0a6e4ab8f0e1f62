package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.Decision;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of notices that wait to be sent when a mute begins. */
class MuteStoriesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        rig.run(MINUTE);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void anOutageThatStillWaitsIsHeldAndItsEndIsNotTold() {
        rig.confirmDown("api");
        rig.ask(mute(HOUR));
        rig.run(MINUTE);
        rig.dead.clear();
        rig.run(MINUTE);

        assertThat(rig.said).isEmpty();
        assertThat(rig.archive().deliveries(new IncidentId(1)))
                .extracting(one -> one.state())
                .contains(new DeliveryState.Held(Decision.HoldReason.MUTED, "#1: works"));
    }

    @Test
    void whatWasHeldIsSummedUpWhenTheMuteEnds() {
        rig.confirmDown("api");
        rig.ask(mute(MINUTE));
        rig.run(MINUTE.multipliedBy(2));
        rig.dead.clear();
        rig.run(MINUTE);

        assertThat(rig.said).containsExactly("incident/1/still-down/1", "incident/1/restored re m1");
    }

    @Test
    void whatWasHeldIsSummedUpAfterARestartToo() {
        rig.confirmDown("api");
        rig.ask(mute(HOUR));
        rig.run(MINUTE);
        rig.restartAfter(MINUTE);
        rig.run(HOUR);
        rig.dead.clear();
        rig.run(MINUTE);

        assertThat(rig.said).containsExactly("incident/1/still-down/1", "incident/1/restored re m1");
    }

    @Test
    void anOutageThatAPlatformKeptBackIsNotToldOncePeopleMutedIt() {
        rig.answers.put(Rig.MAIN, () -> new DeliveryResult.Deferred(Optional.empty(), "down"));
        rig.confirmDown("api");
        rig.run(MINUTE);
        rig.ask(mute(HOUR));
        rig.answers.clear();
        rig.run(MINUTE.multipliedBy(3));
        rig.dead.clear();
        rig.run(MINUTE);

        assertThat(rig.said).isEmpty();
    }

    @Test
    void anOutageThatMayHaveArrivedIsToldInSpiteOfTheMuteAndSoIsItsEnd() {
        rig.answers.put(Rig.MAIN, () -> new DeliveryResult.Uncertain("no answer in 10 s"));
        rig.confirmDown("api");
        rig.run(Duration.ofSeconds(5));
        rig.ask(mute(HOUR));
        rig.answers.clear();
        rig.run(MINUTE);
        rig.dead.clear();
        rig.run(MINUTE);

        assertThat(rig.said).containsExactly("incident/1/outage", "incident/1/restored re m1");
    }

    @Test
    void whatAStoreThatFailsCannotTakeIsHeldToo() {
        rig.breakStore(true);
        rig.confirmDown("api");
        rig.ask(mute(HOUR));
        rig.run(MINUTE);
        rig.dead.clear();
        rig.run(MINUTE);
        rig.breakStore(false);
        rig.run(MINUTE);

        assertThat(rig.said).noneMatch(text -> text.startsWith("incident/"));
    }

    @Test
    void aMuteThatACrashForgetsHoldsNothing() {
        rig.confirmDown("api");
        rig.works().writeDown();
        rig.works().post(new Event.Asked(mute(HOUR), new CompletableFuture<>()));
        rig.works().takeIn();
        rig.time.pass(Duration.ofSeconds(4));
        rig.works().dispatcher().round();

        assertThat(rig.said).containsExactly("incident/1/outage");
    }

    @Test
    void theSummaryOfAMuteIsNotHeldByThatMute() {
        rig.confirmDown("api");
        rig.ask(mute(HOUR));
        rig.run(MINUTE);
        rig.ask(new Request.EndSilence(1, "ana"));
        rig.run(MINUTE);

        assertThat(rig.said).containsExactly("incident/1/still-down/1");
    }

    @Test
    void aSecondMuteHoldsTheSummaryOfTheFirst() {
        rig.confirmDown("api");
        rig.ask(mute(HOUR));
        rig.run(MINUTE);
        rig.ask(new Request.EndSilence(1, "ana"));
        rig.ask(mute(MINUTE));
        rig.run(MINUTE.multipliedBy(2));

        assertThat(rig.said).containsExactly("incident/1/still-down/2");
    }

    @Test
    void anOutageThatWasToldIsToldToEndInSpiteOfALaterMute() {
        rig.confirmDown("api");
        rig.run(MINUTE);
        rig.ask(mute(HOUR));
        rig.dead.clear();
        rig.run(MINUTE);

        assertThat(rig.said).containsExactly("incident/1/outage", "incident/1/restored re m1");
    }

    @Test
    void othersOfTheSameMomentAreToldAllTheSame() {
        rig.declare(List.of(Samples.target("api"), Samples.target("web")));
        rig.run(MINUTE);
        rig.dead.add("web");
        rig.confirmDown("api");
        rig.run(Duration.ofSeconds(1));
        rig.ask(mute(HOUR));
        rig.run(MINUTE);

        assertThat(rig.said).hasSize(1).allMatch(text -> text.matches("incident/\\d/outage"));
    }

    private Request mute(Duration length) {
        return new Request.Silence(
                Mute.Purpose.MUTE,
                new Scope.OfTarget(new TargetId("api")),
                rig.time.now(),
                rig.time.now().plus(length),
                "works",
                "ana");
    }
}
