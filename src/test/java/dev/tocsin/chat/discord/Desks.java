package dev.tocsin.chat.discord;

import dev.tocsin.command.Administration;
import dev.tocsin.command.CommandDesk;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invitation;
import dev.tocsin.command.Surroundings;
import dev.tocsin.command.builtin.CommandBook;
import dev.tocsin.config.ConfigReader;
import dev.tocsin.config.ConfigReading;
import dev.tocsin.config.ConfigTargetNotation;
import dev.tocsin.config.Settings;
import dev.tocsin.engine.Rig;
import dev.tocsin.sample.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The bot's own commands over a rig, for what is shown of them. */
public final class Desks {
    private Desks() {}

    public static CommandDesk desk(Rig rig, Path folder) {
        return desk(rig, folder, List::of);
    }

    public static CommandDesk desk(Rig rig, Path folder, Supplier<List<Invitation>> invitations) {
        try {
            Path config = Files.writeString(folder.resolve("bot-config.json"), "{}");
            Settings settings =
                    ((ConfigReading.Good) new ConfigReader(name -> Optional.empty()).read(config)).settings();
            Surroundings here = new Surroundings(
                    rig.engine,
                    rig.archive(),
                    rig.inline(),
                    Optional::empty,
                    new ConfigTargetNotation(() -> settings, () -> List.of(Samples.GOV)),
                    () -> rig.time.now(),
                    "1.2.3",
                    () -> new Administration(
                            "bot-config.json",
                            Samples.NOON,
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(Samples.CONSOLE),
                            "data/tocsin.db",
                            Duration.ofDays(30)),
                    invitations);
            return new CommandDesk(CommandBook.commands(here), here);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public static List<CommandSpec> all() {
        try {
            Path folder = Files.createTempDirectory("tocsin-commands");
            try (Rig rig = new Rig(folder)) {
                return desk(rig, folder).specs();
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
