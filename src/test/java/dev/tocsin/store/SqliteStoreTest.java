package dev.tocsin.store;

import static dev.tocsin.sample.Samples.CONSOLE;
import static dev.tocsin.sample.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.detect.CountBelief;
import dev.tocsin.core.detect.Health;
import dev.tocsin.core.detect.Stance;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Decision;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.observe.ControlCount;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Severity;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.AuditEntry;
import dev.tocsin.engine.Change;
import dev.tocsin.engine.Gap;
import dev.tocsin.engine.Remembered;
import dev.tocsin.engine.StoreUnavailable;
import dev.tocsin.sample.Samples;
import dev.tocsin.store.JdbiHousekeeping.KeepSince;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {
    private static final ChannelRef OTHER = ChannelRef.parse("telegram:-100");
    private static final Duration LEASE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("data/tocsin.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reopen() {
        store.close();
        open();
    }

    @Test
    void aNewStoreRemembersNothing() {
        assertThat(store.ledger().load()).isEqualTo(Remembered.NOTHING);
    }

    @Test
    void everythingThatWasWrittenIsRememberedAfterAReopening() {
        Stance stance = new Stance(
                new Health.Down(Samples.onset(NOON), NOON.plusSeconds(10), Samples.TIMEOUT),
                new CountBelief(3, 0, Optional.of(NOON.minusSeconds(30)), Optional.of(NOON.plusSeconds(10))));
        Mute mute = new Mute(
                4,
                Mute.Purpose.MUTE,
                new Scope.OfTag("web"),
                NOON,
                NOON.plusSeconds(60),
                "why",
                "ana",
                Mute.Ended.NOT_YET);
        Subscription subscription = new Subscription(
                9,
                OTHER,
                new Scope.OfNetwork(Samples.GOV.id()),
                Severity.HIGH,
                new Manner(Manner.Following.THREAD, List.of(Manner.Mention.parse("role:5"))),
                Origin.CHAT,
                "ben",
                NOON);
        Incident incident = Samples.incident(7, "portal", NOON)
                .with(Optional.of(new Incident.Acknowledgement("ana", NOON)))
                .with(new Incident.SourcedNote("the ministry", "we know", "ana", NOON));
        store.ledger()
                .commit(List.of(
                        new Change.Held(new TargetId("portal"), stance, NOON),
                        new Change.IncidentWritten(incident),
                        new Change.MuteWritten(mute),
                        new Change.SubscriptionWritten(subscription),
                        new Change.TargetWritten(Samples.target("chatty"), "ana", NOON),
                        new Change.Paused(new TargetId("chatty"), "ana", NOON),
                        new Change.Audited(new AuditEntry(NOON, "ana", "console:main", "/mute", "muted")),
                        new Change.DeliveryAdded(Samples.pending(31, new Notice.Outage(incident), OTHER, NOON))));

        reopen();
        Remembered remembered = store.ledger().load();

        assertThat(remembered.stances()).containsExactly(java.util.Map.entry(new TargetId("portal"), stance));
        assertThat(remembered.open()).containsExactly(incident);
        assertThat(remembered.told()).containsEntry(incident.id(), java.util.Set.of(OTHER));
        assertThat(remembered.mutes()).containsExactly(mute);
        assertThat(remembered.subscriptions()).containsExactly(subscription);
        assertThat(remembered.targets()).containsExactly(Samples.target("chatty"));
        assertThat(remembered.paused()).containsExactly(new TargetId("chatty"));
        assertThat(List.of(
                        remembered.lastIncident(),
                        remembered.lastDelivery(),
                        remembered.lastMute(),
                        remembered.lastSubscription()))
                .containsExactly(7L, 31L, 4L, 9L);
        assertThat(remembered.lastAlive()).contains(NOON);
        assertThat(store.archive().audit(5)).hasSize(1);
    }

    @Test
    @SuppressWarnings("NullAway") // the store must refuse what the types forbid
    void changesAreWrittenAllOrNone() {
        Change good = new Change.IncidentWritten(Samples.incident(1, "a", NOON));
        Change bad = new Change.Audited(new AuditEntry(NOON, null, "x", "y", "z"));

        assertThatThrownBy(() -> store.ledger().commit(List.of(good, bad))).isNotInstanceOf(StoreUnavailable.class);

        assertThat(store.ledger().load().open()).isEmpty();
    }

    @Test
    void aDeliveryWhoseKeyIsThereAlreadyIsLeftAsItIs() {
        Notice.Drill drill = new Notice.Drill("ana", "hello", NOON);
        add(Samples.pending(1, drill, CONSOLE, NOON));
        settleFirst(new DeliveryState.Delivered(new Receipt("m1"), NOON, 1));

        add(Samples.pending(2, drill, CONSOLE, NOON));

        assertThat(store.outbox().backlog()).isZero();
    }

    @Test
    void aChannelIsClaimedWholeInOrderAndOnlyOnce() {
        add(drill(3, 30), drill(1, 10), drill(2, 20));

        List<Delivery> claimed = store.outbox().claim(CONSOLE, 2, NOON, LEASE);

        assertThat(claimed).extracting(Delivery::number).containsExactly(1L, 2L);
        assertThat(store.outbox().claim(CONSOLE, 2, NOON, LEASE)).isEmpty();
        assertThat(store.outbox().claim(CONSOLE, 2, NOON.plus(LEASE), LEASE))
                .as("whoever held them may have sent them")
                .extracting(one -> ((DeliveryState.Pending) one.state()).arrival())
                .containsExactly(DeliveryState.Arrival.POSSIBLE, DeliveryState.Arrival.POSSIBLE);
        assertThat(claimed)
                .allMatch(one -> ((DeliveryState.Pending) one.state()).arrival() == DeliveryState.Arrival.NONE);
    }

    @Test
    void whatWaitedBeforeArrivalsWereKeptHasNotArrived() {
        DeliveryState old = new Json()
                .read(
                        DeliveryState.class,
                        "{\"is\":\"Pending\",\"attempts\":2,\"due\":\"2022-07-16T12:00:00Z\",\"lastError\":\"away\"}");

        assertThat(old)
                .isEqualTo(new DeliveryState.Pending(
                        2, Instant.parse("2022-07-16T12:00:00Z"), "away", DeliveryState.Arrival.NONE));
    }

    @Test
    void nothingIsClaimedWhileTheFirstIsNotDue() {
        Notice.Drill drill = new Notice.Drill("ana", "later", NOON);
        add(Samples.pending(1, drill, CONSOLE, NOON.plusSeconds(3)), drill(2, 20));

        assertThat(store.outbox().claim(CONSOLE, 9, NOON, LEASE)).isEmpty();
        assertThat(store.outbox().claim(CONSOLE, 9, NOON.plusSeconds(3), LEASE)).hasSize(2);
    }

    @Test
    void aLeaseOfAProcessThatEndedIsGivenUpAtTheNextStart() {
        add(drill(1, 10));
        store.outbox().claim(CONSOLE, 1, NOON, LEASE);

        reopen();

        assertThat(store.outbox().claim(CONSOLE, 1, NOON, LEASE))
                .extracting(one -> ((DeliveryState.Pending) one.state()).arrival())
                .containsExactly(DeliveryState.Arrival.POSSIBLE);
    }

    @Test
    void aReceiptIsFoundByIncidentAndChannel() {
        Incident incident = Samples.incident(5, "a", NOON);
        add(Samples.pending(1, new Notice.Outage(incident), CONSOLE, NOON));
        settleFirst(new DeliveryState.Delivered(new Receipt("m77"), NOON, 1));

        assertThat(store.outbox().firstReceipt(new IncidentId(5), CONSOLE)).contains(new Receipt("m77"));
        assertThat(store.outbox().firstReceipt(new IncidentId(5), OTHER)).isEmpty();
        assertThat(store.archive().deliveries(new IncidentId(5)))
                .singleElement()
                .satisfies(one -> assertThat(one.state()).isInstanceOf(DeliveryState.Delivered.class));
    }

    @Test
    void whatIsHeldBackIsNeverTold() {
        Incident incident = Samples.incident(5, "a", NOON);
        store.ledger()
                .commit(List.of(
                        new Change.IncidentWritten(incident),
                        new Change.DeliveryAdded(new Delivery(
                                1,
                                new Notice.Outage(incident),
                                CONSOLE,
                                new DeliveryState.Held(Decision.HoldReason.MUTED, "#1")))));

        assertThat(store.ledger().load().told()).isEmpty();
        assertThat(store.outbox().waiting()).isEmpty();
    }

    @Test
    void aMovedChannelTakesItsDeliveriesAndSubscriptionsAlong() {
        Incident incident = Samples.incident(5, "a", NOON);
        add(Samples.pending(1, new Notice.Outage(incident), CONSOLE, NOON));
        settleFirst(new DeliveryState.Delivered(new Receipt("m1"), NOON, 1));
        add(drill(2, 20));
        Subscription wish = new Subscription(
                1, CONSOLE, new Scope.Everything(), Severity.LOW, Manner.PLAIN, Origin.CHAT, "x", NOON);
        store.ledger().commit(List.of(new Change.SubscriptionWritten(wish), new Change.ChannelMoved(CONSOLE, OTHER)));
        store.ledger().commit(List.of(new Change.ChannelMoved(CONSOLE, OTHER)));

        assertThat(store.outbox().waiting()).containsExactly(OTHER);
        assertThat(store.outbox().firstReceipt(new IncidentId(5), OTHER)).contains(new Receipt("m1"));
        assertThat(store.ledger().load().subscriptions()).containsExactly(wish.in(OTHER));
    }

    @Test
    void aLossOfSightWithoutItsEndIsRemembered() {
        Notice.SightLost lost = new Notice.SightLost(Samples.HERE, NOON, new ControlCount(0, 3), NOON);
        add(Samples.pending(1, lost, CONSOLE, NOON));

        assertThat(store.ledger().load().blindness())
                .contains(new Remembered.Blindness(lost, java.util.Set.of(CONSOLE)));

        Notice regained = new Notice.SightRegained(Samples.HERE, NOON, NOON.plusSeconds(9), new ControlCount(3, 3));
        add(Samples.pending(2, regained, CONSOLE, NOON));

        assertThat(store.ledger().load().blindness()).isEmpty();
    }

    @Test
    void looksComeBackAsTheyWereAndTheSameLookTwiceIsKeptOnce() {
        Observation up = Samples.look("a", NOON, Samples.up());
        Observation down = Samples.look("a", NOON.plusSeconds(30), Samples.down());
        Observation unjudged = Samples.look(
                "a", NOON.plusSeconds(60), new Outcome.Unjudged(Outcome.Reason.OWN_NETWORK, "TCP timeout"));
        store.observationLog().append(List.of(up, down, unjudged, Samples.look("b", NOON, Samples.up())));
        store.observationLog().append(List.of(up));

        assertThat(store.archive().looks(new TargetId("a"), NOON, NOON.plusSeconds(61)))
                .containsExactly(up, down, unjudged);
        assertThat(store.ledger().load().lastLooks())
                .containsEntry(
                        new TargetId("a"),
                        new Remembered.LastLooks(Optional.of(NOON), Optional.of(NOON.plusSeconds(30))));
        assertThat(store.ledger().load().lastAlive()).contains(NOON.plusSeconds(60));
    }

    @Test
    void housekeepingNeverTouchesWhatWaitsNorAnOpenIncident() {
        Incident open = Samples.incident(1, "a", NOON);
        Incident over = Samples.incident(2, "b", NOON).with(new Incident.State.Withdrawn(NOON, "x"));
        add(Samples.pending(1, new Notice.Outage(open), CONSOLE, NOON));
        settleFirst(new DeliveryState.Delivered(new Receipt("m1"), NOON, 1));
        add(Samples.pending(2, new Notice.Outage(over), CONSOLE, NOON));
        settleFirst(new DeliveryState.Delivered(new Receipt("m2"), NOON, 1));
        add(drill(3, 30));
        store.ledger()
                .commit(List.of(
                        new Change.IncidentWritten(open),
                        new Change.IncidentWritten(over),
                        new Change.GapWritten(new Gap(Outcome.Reason.PAUSED, NOON, NOON.plusSeconds(5)))));

        store.housekeeping().prune(new KeepSince(NOON, NOON, NOON, NOON, NOON.plusSeconds(1_000)));

        assertThat(store.archive().incidents(9)).containsExactly(open);
        assertThat(store.archive().deliveries(open.id())).hasSize(1);
        assertThat(store.archive().deliveries(over.id())).isEmpty();
        assertThat(store.outbox().backlog()).isEqualTo(1);
        assertThat(store.archive().gaps(Instant.EPOCH, NOON.plusSeconds(99))).isEmpty();
    }

    @Test
    void aSecondProcessIsToldThatTheStoreIsInUse() {
        assertThatThrownBy(() -> SqliteStore.open(folder.resolve("data/tocsin.db")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("in use by another Tocsin");
    }

    @Test
    void aFileThatIsNoStoreIsNamed() throws IOException {
        Path file = folder.resolve("notes.db");
        Files.writeString(file, "these are my notes, not a database. ".repeat(200));

        assertThatThrownBy(() -> SqliteStore.open(file))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("notes.db")
                .hasMessageContaining("not a store");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("plain"), "x");

        assertThatThrownBy(() -> SqliteStore.open(file.resolve("tocsin.db")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("plain");
    }

    private Delivery drill(long number, int second) {
        return Samples.pending(number, new Notice.Drill("ana", "t" + second, NOON.minusSeconds(second)), CONSOLE, NOON);
    }

    private void add(Delivery... deliveries) {
        store.ledger()
                .commit(java.util.Arrays.stream(deliveries)
                        .map(delivery -> (Change) new Change.DeliveryAdded(delivery))
                        .toList());
    }

    private void settleFirst(DeliveryState state) {
        List<Delivery> claimed = store.outbox().claim(CONSOLE, 1, NOON, LEASE);
        store.outbox().settle(List.of(claimed.getFirst().with(state)));
    }
}
