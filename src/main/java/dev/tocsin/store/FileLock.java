package dev.tocsin.store;

import dev.tocsin.engine.StoreUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Sees to it that one process alone has the store; the system gives the lock up when the process dies. */
final class FileLock implements AutoCloseable {
    private final FileChannel channel;

    private FileLock(FileChannel channel) {
        this.channel = channel;
    }

    static FileLock take(Path store) {
        Path file = store.resolveSibling(store.getFileName() + ".lock");
        try {
            if (store.getParent() != null) {
                Files.createDirectories(store.getParent());
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) {
                return new FileLock(channel);
            }
            channel.close();
        } catch (IOException none) {
            throw new StoreUnavailable(
                    "The store " + store + " cannot be opened: " + none.getMessage()
                            + ". Does its folder exist, and may this user write there?",
                    none);
        }
        throw new StoreUnavailable(
                "The store " + store + " is in use by another Tocsin; stop that one, or give this one another store.",
                new IOException("locked: " + file));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            throw new StoreUnavailable("The lock of the store cannot be given up: " + gone.getMessage(), gone);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }
}
