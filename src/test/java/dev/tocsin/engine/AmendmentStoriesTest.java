package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Severity;
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

/** What was told of an outage is edited when the outage changes, so that a channel's history stays true. */
class AmendmentStoriesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ChannelRef ROOM = ChannelRef.parse("telegram:-5");

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        rig.editing = Channel.Editing.POSSIBLE;
        rig.run(MINUTE);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theOutagesMessageSaysThatItIsOver() {
        fail("api");
        recover("api");

        assertThat(rig.said)
                .containsExactlyInAnyOrder("incident/1/outage", "incident/1/restored re m1", "m1 is now #1 Restored");
    }

    @Test
    void nothingIsEditedWhileNothingChanges() {
        fail("api");
        rig.run(Duration.ofMinutes(10));

        assertThat(rig.said).containsExactly("incident/1/outage");
    }

    @Test
    void anAcknowledgementIsShown() {
        fail("api");
        rig.ask(new Request.Acknowledge(new IncidentId(1), "ana"));

        assertThat(rig.said).containsExactly("incident/1/outage", "m1 is now #1 Open");
    }

    @Test
    void anEditThatCannotBeMadeNowIsMadeLaterAndThroughARestart() {
        fail("api");
        rig.amendments.put(Rig.MAIN, () -> new DeliveryResult.Deferred(Optional.of(MINUTE), "wait"));
        recover("api");
        assertThat(rig.said).containsExactly("incident/1/outage", "incident/1/restored re m1");
        rig.amendments.clear();
        rig.restartAfter(MINUTE);
        rig.run(MINUTE);

        assertThat(rig.said).last().isEqualTo("m1 is now #1 Restored");
        assertThat(rig.said).hasSize(3);
    }

    @Test
    void aChannelIsLeftInPeaceForAsLongAsItAsks() {
        fail("api");
        int[] tries = {0};
        rig.amendments.put(Rig.MAIN, () -> {
            tries[0]++;
            return new DeliveryResult.Deferred(Optional.of(MINUTE), "wait");
        });
        recover("api");
        rig.run(MINUTE.dividedBy(2));

        assertThat(tries[0]).isBetween(1, 2);
    }

    @Test
    void oneMessageThatToldOfSeveralIsEditedAsOne() {
        failTogether();
        recover("web");

        assertThat(rig.said).first().isEqualTo("incident/1/outage + incident/2/outage + incident/3/outage");
        assertThat(rig.said.stream()
                        .filter(line -> line.startsWith("m1 is now"))
                        .filter(line -> line.contains("Restored")))
                .hasSize(1)
                .allMatch(line -> line.contains("Open"));
    }

    @Test
    void theEndsOfWhatOneMessageToldAnswerIt() {
        failTogether();
        rig.answers.put(Rig.MAIN, () -> new DeliveryResult.Deferred(Optional.empty(), "away"));
        recover("api", "web", "mail");
        rig.answers.clear();
        rig.run(MINUTE);

        assertThat(rig.said).contains("incident/1/restored + incident/2/restored + incident/3/restored re m1");
    }

    @Test
    void whereEditsAreWantedTheEndIsAnEditAlone() {
        inManner(Manner.Following.EDIT);
        fail("api");
        recover("api");

        assertThat(rig.said).containsExactly("incident/1/outage", "m1 is now #1 Restored");
    }

    @Test
    void whereEditsAreWantedAndTheMessageIsNoMoreTheEndIsToldAnew() {
        inManner(Manner.Following.EDIT);
        fail("api");
        rig.amendments.put(Rig.MAIN, () -> new DeliveryResult.Rejected("deleted"));
        recover("api");

        assertThat(rig.said).containsExactly("incident/1/outage", "now #1 Restored");
    }

    @Test
    void whereEditsAreWantedAndThePlatformHasNoneTheEndIsAMessage() {
        rig.editing = Channel.Editing.IMPOSSIBLE;
        inManner(Manner.Following.EDIT);
        fail("api");
        recover("api");

        assertThat(rig.said).containsExactly("incident/1/outage", "incident/1/restored re m1");
    }

    @Test
    void anEndThatCameBeforeTheOutageWasToldIsToldWithItWhateverIsWanted() {
        inManner(Manner.Following.EDIT);
        rig.answers.put(Rig.MAIN, () -> new DeliveryResult.Deferred(Optional.empty(), "away"));
        fail("api");
        recover("api");
        rig.answers.clear();
        rig.run(Duration.ofMinutes(3));

        assertThat(rig.said).last().isEqualTo("m1 is now #1 Restored");
        assertThat(rig.said).anyMatch(line -> line.contains("incident/1/outage"));
    }

    @Test
    void whereEditsAreWantedAndTheStoreFailsTheEndIsAMessage() {
        inManner(Manner.Following.EDIT);
        fail("api");
        rig.breakStore(true);
        recover("api");

        assertThat(rig.said).contains("incident/1/outage", "incident/1/restored re m1");
    }

    @Test
    void aChannelThatFailsDoesNotHoldUpAnother() {
        rig.ask(new Request.Subscribe(ROOM, new Scope.Everything(), Severity.LOW, Manner.PLAIN, "ana"));
        rig.amendments.put(Rig.MAIN, () -> new DeliveryResult.Uncertain("no answer"));
        fail("api");
        recover("api");

        assertThat(rig.said)
                .filteredOn(line -> line.endsWith("is now #1 Restored"))
                .hasSize(1);
    }

    private void inManner(Manner.Following following) {
        rig.manner = new Manner(following, List.of());
        rig.declare(List.of(Samples.target("api")));
        rig.run(MINUTE);
    }

    /** Three outages that are told in one message. */
    private void failTogether() {
        rig.declare(Stream.concat(Stream.of("api", "web", "mail").map(Samples::target), Samples.neighbours(17))
                .toList());
        rig.run(MINUTE);
        rig.answers.put(Rig.MAIN, () -> new DeliveryResult.Deferred(Optional.empty(), "away"));
        fail("api", "web", "mail");
        rig.answers.clear();
        rig.run(MINUTE);
    }

    private void fail(String... targets) {
        rig.dead.addAll(List.of(targets));
        rig.run(Duration.ofMinutes(2));
    }

    private void recover(String... targets) {
        rig.dead.removeAll(List.of(targets));
        rig.run(Duration.ofMinutes(2));
    }
}
