package dev.tocsin.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The files of a history.
 *
 * @param targets with their addresses
 * @param config with what the bot is to be like
 * @param name what the history is called, as its file or folder is
 */
public record Sources(Path events, Optional<Path> targets, Optional<Path> config, String name) {
    /** A file of looks, or a folder with one, and with the others where they are there; empty where something is wrong. */
    public static Optional<Sources> in(Path place, Consumer<Flaw> wrong) {
        if (!Files.isDirectory(place)) {
            return Optional.of(new Sources(place, Optional.empty(), Optional.empty(), name(place)));
        }
        Optional<Path> events = one(place, "events.csv", wrong);
        if (events.isEmpty()) {
            wrong.accept(new Flaw(place.toString(), 0, "holds no single file events.csv, or …events.csv"));
        }
        return events.map(file -> new Sources(
                file,
                one(place, "targets.csv", wrong),
                Optional.of(place.resolve("bot-config.json")).filter(Files::isRegularFile),
                name(place)));
    }

    /** The file of that name, else the only one whose name ends so. */
    private static Optional<Path> one(Path folder, String ending, Consumer<Flaw> wrong) {
        Path exact = folder.resolve(ending);
        if (Files.isRegularFile(exact)) {
            return Optional.of(exact);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
            return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
        } catch (IOException failed) {
            wrong.accept(new Flaw(folder.toString(), 0, "cannot be read: " + failed.getMessage()));
            return Optional.empty();
        }
    }

    private static String name(Path place) {
        Path last = place.toAbsolutePath().normalize().getFileName();
        return last == null ? "history" : last.toString().replaceFirst("\\.csv$", "");
    }
}
