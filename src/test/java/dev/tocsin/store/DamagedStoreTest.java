package dev.tocsin.store;

import static dev.tocsin.sample.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.core.observe.Observation;
import dev.tocsin.engine.StoreUnavailable;
import dev.tocsin.sample.RandomLooks;
import dev.tocsin.sample.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other programs do to the file of a store in use, and what the operator reads of it. */
class DamagedStoreTest {
    private static final int PAGE = 4_096;

    @TempDir
    Path folder;

    private Path file;
    private SqliteStore store;

    @BeforeEach
    void open() {
        file = folder.resolve("tocsin.db");
        store = SqliteStore.open(file);
        append(0);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anOverwrittenFirstPageIsNoticedAtTheNextInspection() throws IOException {
        overwrite(0, PAGE);

        assertTold("The beginning of the file of the store " + file + " was overwritten by another program."
                + " Stop Tocsin, move the file away together with those that end in -wal and -shm, and put a backup in"
                + " its place or start with a new store. What was not written by then is lost.");
    }

    @Test
    void whatIsDamagedIsNotUsedAnyMoreEvenWhenItLooksWellAgain() throws IOException {
        byte[] before = Files.readAllBytes(file);
        overwrite(0, PAGE);
        assertThatThrownBy(() -> store.upkeep().inspect(NOON)).isInstanceOf(StoreUnavailable.class);
        Files.write(file, before, StandardOpenOption.WRITE);

        assertThatThrownBy(() -> store.upkeep().inspect(NOON)).hasMessageContaining("overwritten");
        assertThatThrownBy(() -> append(60)).hasMessageContaining("overwritten");
        assertThatThrownBy(() -> store.archive().incidents(1)).hasMessageContaining("overwritten");
        assertThatThrownBy(() -> store.ledger().ensureWritable()).hasMessageContaining("overwritten");
    }

    @Test
    void aFileThatWasCutShortIsNoticed() throws IOException {
        store.close();
        store = SqliteStore.open(file);
        store.upkeep().inspect(NOON);
        long size = Files.size(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(PAGE);
        }

        assertTold("was cut from " + size + " to 4096 bytes by another program. Stop Tocsin");
    }

    @Test
    void aFileThatIsAwayIsNoticedAndUsedAgainWhenItIsBack() throws IOException {
        Path elsewhere = folder.resolve("elsewhere.db");
        Files.move(file, elsewhere);

        assertTold("The file " + file + " of the store was deleted or moved away while it was in use. Put it back if it"
                + " was moved; otherwise stop Tocsin, remove the files that end in -wal and -shm");
        assertThatThrownBy(() -> append(30)).isInstanceOf(StoreUnavailable.class);

        Files.move(elsewhere, file);
        store.upkeep().inspect(NOON.plusSeconds(10));
        append(30);
        assertThat(store.archive().looks(Samples.target("mail").id(), NOON, NOON.plusSeconds(60)))
                .hasSize(2);
    }

    @Test
    void aDeletedFileIsNoticed() throws IOException {
        Files.delete(file);

        assertTold("was deleted or moved away");
    }

    @Test
    void aDeletedWriteAheadLogIsNoticed() throws IOException {
        Files.delete(folder.resolve("tocsin.db-wal"));

        assertTold("The file " + file + "-wal of the store was deleted or moved away");
    }

    @Test
    void aFileInThePlaceOfTheFormerIsNoticed() throws IOException {
        Path other = folder.resolve("other.db");
        SqliteStore.open(other).close();
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertTold(
                "The file " + file + " of the store was replaced by another while it was in use. Put the former back,"
                        + " or stop Tocsin, remove the files that end in -wal and -shm, and start it with the new one.");
    }

    @Test
    void damageWithinIsNoticedWhenAllIsRead() throws IOException {
        store.observationLog().append(looks(Instant.EPOCH));
        store.close();
        store = SqliteStore.open(file);
        store.upkeep().inspect(NOON);
        long pages = Files.size(file) / PAGE;
        for (long page = 3; page < pages; page++) {
            overwrite(page * PAGE, 64);
        }
        assertThatCode(() -> store.upkeep().inspect(NOON.plusSeconds(599))).doesNotThrowAnyException();

        assertThatThrownBy(() -> store.upkeep().inspect(NOON.plusSeconds(600)))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(file + " is damaged")
                .hasMessageContaining("put a backup in its place");
        assertThatThrownBy(() -> append(90)).hasMessageContaining("is damaged");
    }

    @Test
    void ofABusyStoreThatIsWellNothingIsTold() {
        CompletableFuture<Void> busy = CompletableFuture.runAsync(() -> {
            Instant at = NOON;
            for (int i = 0; i < 25; i++) {
                store.observationLog().append(looks(at));
                at = at.plus(Duration.ofHours(8));
                RollupsTest.roll(store, at);
                store.housekeeping()
                        .prune(new JdbiHousekeeping.KeepSince(
                                at.minus(Duration.ofHours(9)), at, at, at, Instant.EPOCH));
            }
        });
        List<Throwable> told = new ArrayList<>();
        int inspections = 0;
        while (!busy.isDone() || inspections < 20) {
            Instant now = NOON.plus(Duration.ofMinutes(20L * inspections++));
            try {
                store.upkeep().inspect(now);
            } catch (StoreUnavailable falseAlarm) {
                told.add(falseAlarm);
            }
        }
        busy.join();

        assertThat(told).isEmpty();
    }

    @Test
    void aStoreThatIsEmptyOrWasJustUsedBeforeIsWell() {
        for (int i = 0; i < 3; i++) {
            store.upkeep().inspect(NOON);
            store.close();
            store = SqliteStore.open(file);
            store.upkeep().inspect(NOON);
        }
    }

    private void assertTold(String text) {
        assertThatThrownBy(() -> store.upkeep().inspect(NOON))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(text);
    }

    private void append(int seconds) {
        store.observationLog().append(List.of(Samples.look("mail", NOON.plusSeconds(seconds), Samples.up())));
    }

    private static List<Observation> looks(Instant from) {
        return new RandomLooks(from.getEpochSecond())
                .of("portal", Duration.ofSeconds(10), from, from.plus(Duration.ofHours(8)));
    }

    private void overwrite(long at, int bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] rubbish = new byte[bytes];
            java.util.Arrays.fill(rubbish, (byte) 0x5a);
            channel.write(ByteBuffer.wrap(rubbish), at);
        }
    }
}
