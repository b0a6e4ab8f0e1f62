package dev.tocsin.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notices what other programs do to the files of a SQLite store while it is in use: nothing tells SQLite. Of a store
 * that is well, these hold at any moment: the name leads to the file that was opened; the write-ahead log is the one
 * that is written to; the head of the file stays as it is (the log holds whatever changes, and what is copied from it
 * changes none of these bytes); and the file never shrinks, since nobody compacts it. Used by one thread.
 */
final class FileWatch implements AutoCloseable {
    /** The magic, the size of pages and the versions: what is fixed while a store is open. */
    private static final int HEAD = 24;

    private static final String LOST = " What was not written by then is lost.";
    private static final String START_ANEW = " Stop Tocsin, move the file away together with those that end in -wal and"
            + " -shm, and put a backup in its place or start with a new store." + LOST;

    /** How the file was found. */
    sealed interface Found {
        record Well() implements Found {}

        /** The file is not at its place; it may come back. */
        record Away(String text) implements Found {}

        /** What the file holds is not what was written. */
        record Damaged(String text) implements Found {}
    }

    private final Path file;
    private final Path log;
    /**
     * Open as long as the store is: closing any channel of the file would give up the locks that SQLite has on it.
     */
    private final FileChannel channel;

    private final @Nullable Object key;
    private final @Nullable Object logKey;
    private final byte[] head;
    private long size;

    private FileWatch(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.log = file.resolveSibling(file.getFileName() + "-wal");
        this.channel = channel;
        this.key = key(file);
        this.logKey = key(log);
        this.head = head();
        this.size = channel.size();
    }

    /** Watches the file of a store that is open and was written to. */
    static FileWatch over(Path file) throws IOException {
        return new FileWatch(file, FileChannel.open(file, StandardOpenOption.READ));
    }

    /** Looks at the files; reads a few bytes. */
    Found look() throws IOException {
        Optional<Found> away = away(file, key).or(() -> away(log, logKey)).map(Found.Away::new);
        if (away.isPresent()) {
            return away.get();
        }
        long now = channel.size();
        if (now < size) {
            return damaged("The file of the store " + file + " was cut from " + size + " to " + now
                    + " bytes by another program.");
        }
        size = now;
        return Arrays.equals(head, head())
                ? new Found.Well()
                : damaged("The beginning of the file of the store " + file + " was overwritten by another program.");
    }

    /** What is wrong, and that nothing but a new start with a sound file helps. */
    static Found.Damaged damaged(String what) {
        return new Found.Damaged(what + START_ANEW);
    }

    long size() {
        return size;
    }

    /** Close it after all connections. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static Optional<String> away(Path path, @Nullable Object expected) {
        try {
            return Objects.equals(key(path), expected)
                    ? Optional.empty()
                    : Optional.of("The file " + path + " of the store was replaced by another while it was in use. Put"
                            + " the former back, or stop Tocsin, remove the files that end in -wal and -shm, and start it"
                            + " with the new one. What was not written by then is lost.");
        } catch (NoSuchFileException gone) {
            return Optional.of(
                    "The file " + path + " of the store was deleted or moved away while it was in use. Put it"
                            + " back if it was moved; otherwise stop Tocsin, remove the files that end in -wal and -shm, and put"
                            + " a backup in its place or start with a new store." + LOST);
        } catch (IOException failed) {
            return Optional.of("The file " + path + " of the store cannot be looked at: " + failed.getMessage()
                    + ". Is its disk there, and may this user read it?");
        }
    }

    /** What tells the file from any other, where the system has such a thing. */
    private static @Nullable Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    private byte[] head() throws IOException {
        ByteBuffer read = ByteBuffer.allocate(HEAD);
        while (read.hasRemaining() && channel.read(read, read.position()) > 0) {
            // Goes on until all of it is read, or the file ends.
        }
        return Arrays.copyOf(read.array(), read.position());
    }
}
