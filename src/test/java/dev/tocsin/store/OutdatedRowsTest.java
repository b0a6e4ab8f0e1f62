package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.incident.Incident;
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
        assertThat(store.outbox().outdated(10)).isEmpty();
        acknowledge();

        Outdated found = store.outbox().outdated(10).getFirst();
        assertThat(found.receipt()).isEqualTo(SENT);
        assertThat(((Notice.Outage) found.current().getFirst()).incident().acknowledged())
                .isPresent();
        assertThat(((Notice.Outage) found.told().getFirst().notice()).incident().acknowledged())
                .isEmpty();
    }

    @Test
    void whatChangesWhileAnEditIsUnderWayIsNotForgotten() {
        acknowledge();
        Outdated found = store.outbox().outdated(10).getFirst();
        acknowledge();
        store.outbox().refreshed(found, SENT);

        assertThat(store.outbox().outdated(10)).hasSize(1);
        store.outbox().refreshed(store.outbox().outdated(10).getFirst(), SENT);
        assertThat(store.outbox().outdated(10)).isEmpty();
    }

    @Test
    void aMessageThatWasSentAnewStandsForTheFirst() {
        acknowledge();
        store.outbox().refreshed(store.outbox().outdated(10).getFirst(), new Receipt("m2"));

        assertThat(store.outbox().firstReceipt(incident.id(), Samples.CONSOLE)).contains(new Receipt("m2"));
        acknowledge();
        assertThat(store.outbox().outdated(10).getFirst().receipt()).isEqualTo(new Receipt("m2"));
    }

    private void acknowledge() {
        incident = incident.with(Optional.of(new Incident.Acknowledgement("ana", Samples.NOON)));
        store.ledger().commit(List.of(new Change.IncidentWritten(incident)));
    }
}
