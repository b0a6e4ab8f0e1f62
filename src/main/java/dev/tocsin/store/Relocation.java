package dev.tocsin.store;

import dev.tocsin.engine.StoreUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The steps by which a store comes to stand in another file, so that at any moment one of the two is whole: the copy is
 * on the disk before it has its name, and the old file keeps its name until the copy is open.
 */
final class Relocation {
    /** About as much as is copied while others wait for a locked store. */
    static final long LARGEST = 256L << 20;

    /** What SQLite keeps beside a file and would take for part of a new one. */
    private static final List<String> BESIDE = List.of("", "-wal", "-shm", "-journal");

    private Relocation() {}

    /** Why it cannot be moved there while it is used, where it cannot. */
    static Optional<String> obstacle(Path from, Path to) {
        Optional<Path> taken = BESIDE.stream()
                .map(ending -> Path.of(to + ending))
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .findFirst();
        if (taken.isPresent()) {
            return Optional.of(taken.get() + " exists already");
        }
        try {
            return Files.size(from) > LARGEST
                    ? Optional.of("it is larger than " + (LARGEST >> 20) + " MiB")
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of("its size cannot be read: " + unreadable.getMessage());
        }
    }

    /** Copies what was committed; throws {@link StoreUnavailable} and leaves nothing behind if it cannot. */
    static void copy(Connections from, Path to) {
        Path unfinished = to.resolveSibling(to.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            from.copyTo(unfinished);
            force(unfinished, StandardOpenOption.WRITE);
            Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
            force(to.toAbsolutePath().resolveSibling(""), StandardOpenOption.READ);
        } catch (IOException failed) {
            delete(unfinished);
            delete(to);
            throw new StoreUnavailable("The store cannot be copied to " + to + ": " + failed.getMessage(), failed);
        } catch (RuntimeException failed) {
            delete(unfinished);
            throw failed;
        }
    }

    /** Opens the copy, or deletes it and throws. */
    static Connections opened(Path copy) {
        try {
            return new Connections(copy);
        } catch (RuntimeException failed) {
            BESIDE.forEach(ending -> delete(Path.of(copy + ending)));
            throw failed;
        }
    }

    /** Gives the old file another name, lest it be taken for the store; answers what it is called now. */
    static Path putAside(Path old) {
        if (Files.exists(Path.of(old + "-wal"))) {
            return old;
        }
        Path aside = IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> Path.of(old + (number == 1 ? ".moved" : ".moved-" + number)))
                .filter(file -> !Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .orElseThrow();
        try {
            return Files.move(old, aside);
        } catch (IOException refused) {
            return old;
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            // It is not the store, and says so by its name or is overwritten next time.
        }
    }
}
