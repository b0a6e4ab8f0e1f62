package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.engine.AuditEntry;
import dev.tocsin.engine.Change;
import dev.tocsin.sample.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that moves to another file while it is used. */
class StoreMoveTest {
    @TempDir
    Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("old.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsWrittenWhileItMovesIsInTheNewFile() {
        AtomicInteger written = new AtomicInteger();
        AtomicInteger moves = new AtomicInteger();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            while (moves.get() < 5) {
                write(written.incrementAndGet());
            }
        });
        for (int i = 1; i <= 5; i++) {
            assertThat(store.moveTo(folder.resolve("new-" + i + ".db"))).isInstanceOf(SqliteStore.Move.Done.class);
            moves.incrementAndGet();
        }
        writer.join();

        assertThat(store.file()).isEqualTo(folder.resolve("new-5.db"));
        assertThat(store.archive().audit(100_000)).hasSize(written.get());
    }

    @Test
    void aDeliveryThatIsClaimedIsSettledInTheNewFileAndOthersWaitThere() {
        add(1);
        add(2);
        List<Delivery> claimed = store.outbox().claim(Samples.CONSOLE, 1, Samples.NOON, Duration.ofMinutes(2));
        assertThat(claimed).hasSize(1);

        assertThat(store.moveTo(folder.resolve("new.db")))
                .isEqualTo(new SqliteStore.Move.Done(folder.resolve("old.db.moved")));
        assertThat(store.outbox().claim(Samples.CONSOLE, 9, Samples.NOON, Duration.ofMinutes(2)))
                .as("the lease goes along")
                .isEmpty();
        store.outbox().settle(List.of(claimed.getFirst().with(new DeliveryState.Rejected("gone", Samples.NOON))));
        assertThat(store.outbox().pending()).extracting(Delivery::number).containsExactly(2L);
    }

    @Test
    void theFormerPlaceIsFreeAndTheNewOneIsTaken() {
        store.moveTo(folder.resolve("new.db"));
        write(1);

        SqliteStore.open(folder.resolve("old.db")).close();
        assertThat(store.moveTo(folder.resolve("old.db")).toString()).contains("exists already");
        assertThat(CompletableFuture.supplyAsync(() -> SqliteStore.open(folder.resolve("new.db"))))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("in use by another Tocsin");
    }

    @Test
    void aLinkToTheSameFileIsNoMove() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.db"), folder.resolve("old.db"));

        assertThat(store.moveTo(link)).isEqualTo(new SqliteStore.Move.None());
    }

    @Test
    void itNeverMovesIntoTheRemainsOfAnother() throws IOException {
        Files.writeString(folder.resolve("new.db-wal"), "of a store that is gone");

        assertThat(store.moveTo(folder.resolve("new.db")).toString()).contains("new.db-wal exists already");
        write(1);
        assertThat(folder.resolve("new.db")).doesNotExist();
    }

    @Test
    void whatIsPutOffIsDueSoonerWhenTheChannelCanBeReachedAgain() {
        add(1, new DeliveryState.Pending(5, Samples.NOON.plusSeconds(60), "away", DeliveryState.Arrival.NONE));
        store.outbox().hasten(Set.of(Samples.CONSOLE), Samples.NOON.plusSeconds(3));

        assertThat(claim(Samples.NOON.plusSeconds(2))).isEmpty();
        assertThat(claim(Samples.NOON.plusSeconds(3)))
                .singleElement()
                .satisfies(one -> assertThat(one.state())
                        .isEqualTo(new DeliveryState.Pending(
                                5, Samples.NOON.plusSeconds(3), "away", DeliveryState.Arrival.NONE)));
    }

    @Test
    void whatWaitsForOthersOfItsEventGoesOnWaitingWhenTheChannelCanBeReachedAgain() {
        add(1, DeliveryState.Pending.untried(Samples.NOON.plusSeconds(8)));
        store.outbox().hasten(Set.of(Samples.CONSOLE), Samples.NOON);

        assertThat(claim(Samples.NOON.plusSeconds(7))).isEmpty();
    }

    private List<Delivery> claim(Instant now) {
        return store.outbox().claim(Samples.CONSOLE, 9, now, Duration.ofMinutes(2));
    }

    private void write(int number) {
        store.ledger()
                .commit(List.of(new Change.Audited(new AuditEntry(
                        Samples.NOON.plusSeconds(number), "ana", "console:main", "/x " + number, "done"))));
    }

    private void add(long number) {
        add(number, DeliveryState.Pending.untried(Samples.NOON));
    }

    private void add(long number, DeliveryState state) {
        store.ledger()
                .commit(List.of(new Change.DeliveryAdded(new Delivery(
                        number, new Notice.Trouble("topic-" + number, "text", Samples.NOON), Samples.CONSOLE, state))));
    }
}
