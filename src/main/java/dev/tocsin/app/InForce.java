package dev.tocsin.app;

import dev.tocsin.chat.console.ConsoleChat;
import dev.tocsin.command.Administration;
import dev.tocsin.config.ConfigReading;
import dev.tocsin.config.Problem;
import dev.tocsin.config.Settings;
import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.Control;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.Target;
import dev.tocsin.engine.Capacity;
import dev.tocsin.engine.Declared;
import dev.tocsin.practice.PracticeNetwork;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The config that holds now, with the practice network it turns on. Immutable.
 *
 * @param refused problems of a newer version of the file; empty where none was refused
 */
record InForce(
        Path file,
        Settings settings,
        List<String> warnings,
        Optional<PracticeNetwork> practice,
        Instant readAt,
        List<Problem> refused) {
    /**
     * This config instead.
     *
     * @param playing the practice network as that config wants it
     * @param warned what it asks for that has no effect, or none yet
     */
    InForce with(Settings next, Optional<PracticeNetwork> playing, List<String> warned, Instant now) {
        return new InForce(file, next, List.copyOf(warned), playing, now, List.of());
    }

    InForce with(ConfigReading.Bad bad) {
        return new InForce(file, settings, warnings, practice, readAt, bad.problems());
    }

    Declared declared() {
        return new Declared(
                settings.general().vantage(),
                targets(),
                networks(),
                controls(),
                settings.subscriptions(),
                settings.platforms().operators(),
                settings.grouping());
    }

    Capacity capacity() {
        return new Capacity(settings.looks().inFlight(), settings.looks().shards());
    }

    /**
     * How the console looks.
     *
     * @param noColour the environment's {@code NO_COLOR}, which takes colours away whatever its value
     */
    ConsoleChat.Look console(Optional<String> noColour) {
        return switch (settings.platforms().console()) {
            case OFF -> ConsoleChat.Look.OFF;
            case PLAIN -> ConsoleChat.Look.PLAIN;
            case COLOURED -> noColour.isPresent() ? ConsoleChat.Look.PLAIN : ConsoleChat.Look.COLOURED;
        };
    }

    /** Where looks at targets of chat may go. */
    AddressPolicy policy() {
        return settings.security();
    }

    List<Network> networks() {
        return Stream.concat(settings.networks().stream(), practice.stream().flatMap(one -> one.networks().stream()))
                .toList();
    }

    /**
     * How the bot is set up.
     *
     * @param store where the store is
     */
    Administration administration(Path store) {
        return new Administration(
                file.toString(),
                readAt,
                refused.stream().map(Problem::toString).toList(),
                warnings,
                settings.platforms().admins().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(entry -> entry.getValue().stream().map(name -> entry.getKey() + ":" + name))
                        .toList(),
                settings.platforms().operators(),
                store.toString(),
                settings.retention().looks());
    }

    private List<Target> targets() {
        return Stream.concat(settings.targets().stream(), practice.stream().flatMap(one -> one.targets().stream()))
                .toList();
    }

    /** Practice controls always answer unless they are played with, so they must not vouch for anything real. */
    private List<Control> controls() {
        return settings.controls().isEmpty() && settings.targets().isEmpty()
                ? practice.map(PracticeNetwork::controls).orElse(List.of())
                : settings.controls();
    }
}
