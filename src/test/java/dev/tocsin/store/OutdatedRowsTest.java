package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.engine.Change;
import dev.tocsin.engine.Outdated;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which messages no longer tell what is so. */
class OutdatedRowsTest {
    private static final Receipt SENT = new Receipt("m1");

    @TempDir
    Path folder;

    private SqliteStore store;
    private Incident incident;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("tocsin.db"));
        incident = Samples.incident(7, "portal", Samples.NOON);
        Delivery outage = new Delivery(
                1, new Notice.Outage(incident), Samples.CONSOLE, DeliveryState.Pending.untried(Samples.NOON));
        store.ledger().commit(List.of(new Change.IncidentWritten(incident), new Change.DeliveryAdded(outage)));
        store.outbox().settle(List.of(outage.with(new DeliveryState.Delivered(SENT, Samples.NOON, 1))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aMessageIsNotOutdatedUntilItsIncidentChanges() {
        assertThat(store.outbox().outdated()).isEmpty();
        acknowledge();

        Outdated found = outdated();
        assertThat(found.receipt()).isEqualTo(SENT);
        assertThat(((Notice.Outage) found.current().getFirst()).incident().acknowledged())
                .isPresent();
        assertThat(((Notice.Outage) found.told().getFirst().notice()).incident().acknowledged())
                .isEmpty();
    }

    @Test
    void whatChangesWhileAnEditIsUnderWayIsNotForgotten() {
        acknowledge();
        Outdated found = outdated();
        acknowledge();
        store.outbox().refreshed(found, SENT);

        assertThat(store.outbox().outdated()).containsExactly(Samples.CONSOLE);
        store.outbox().refreshed(outdated(), SENT);
        assertThat(store.outbox().outdated()).isEmpty();
    }

    @Test
    void aMessageThatWasSentAnewStandsForTheFirst() {
        acknowledge();
        store.outbox().refreshed(outdated(), new Receipt("m2"));

        assertThat(store.outbox().firstReceipt(incident.id(), Samples.CONSOLE)).contains(new Receipt("m2"));
        acknowledge();
        assertThat(outdated().receipt()).isEqualTo(new Receipt("m2"));
    }

    @Test
    void aChannelThatIsFullOfThemHidesNoOther() {
        ChannelRef full = ChannelRef.parse("discord:5");
        for (int i = 2; i < 302; i++) {
            Incident one = Samples.incident(100 + i, "portal", Samples.NOON);
            Delivery outage =
                    new Delivery(i, new Notice.Outage(one), full, DeliveryState.Pending.untried(Samples.NOON));
            Receipt sent = new Receipt("full " + i);
            store.ledger().commit(List.of(new Change.IncidentWritten(one), new Change.DeliveryAdded(outage)));
            store.outbox().settle(List.of(outage.with(new DeliveryState.Delivered(sent, Samples.NOON, 1))));
            store.ledger().commit(List.of(new Change.IncidentWritten(one)));
        }
        acknowledge();

        assertThat(store.outbox().outdated()).containsExactlyInAnyOrder(full, Samples.CONSOLE);
        assertThat(outdated().receipt()).isEqualTo(SENT);
        assertThat(store.outbox().firstOutdated(full).orElseThrow().receipt()).isEqualTo(new Receipt("full 2"));
    }

    private Outdated outdated() {
        return store.outbox().firstOutdated(Samples.CONSOLE).orElseThrow();
    }

    private void acknowledge() {
        incident = incident.with(Optional.of(new Incident.Acknowledgement("ana", Samples.NOON)));
        store.ledger().commit(List.of(new Change.IncidentWritten(incident)));
    }
}
