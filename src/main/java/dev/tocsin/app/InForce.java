package dev.tocsin.app;

import dev.tocsin.command.Administration;
import dev.tocsin.config.ConfigReading;
import dev.tocsin.config.Problem;
import dev.tocsin.config.Settings;
import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.Control;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Declared;
import dev.tocsin.practice.PracticeNetwork;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    InForce with(ConfigReading.Good good, Instant now) {
        return new InForce(file, good.settings(), good.warnings(), practice, now, List.of());
    }

    InForce with(ConfigReading.Bad bad) {
        return new InForce(file, settings, warnings, practice, readAt, bad.problems());
    }

    Declared declared() {
        return new Declared(
                targets(),
                networks(),
                controls(),
                settings.subscriptions(),
                settings.platforms().operators());
    }

    /** Where looks at targets of chat may go. */
    AddressPolicy policy() {
        return settings.security();
    }

    List<Network> networks() {
        Set<NetworkId> own = settings.networks().stream().map(Network::id).collect(Collectors.toSet());
        return Stream.concat(
                        settings.networks().stream(),
                        practice.stream()
                                .flatMap(one -> one.networks().stream())
                                .filter(network -> !own.contains(network.id())))
                .toList();
    }

    Administration administration() {
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
                settings.general().store().toString(),
                settings.retention().looks());
    }

    /** What needs a new start to take effect, among what differs. */
    List<String> needsRestart(Settings other) {
        return Stream.of(
                        differs(
                                "vantage",
                                settings.general().vantage(),
                                other.general().vantage()),
                        differs(
                                "store",
                                settings.general().store(),
                                other.general().store()),
                        differs(
                                "practice",
                                settings.general().practice(),
                                other.general().practice()),
                        differs(
                                "console",
                                settings.platforms().console(),
                                other.platforms().console()),
                        differs("looks", settings.looks(), other.looks()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> differs(String key, Object now, Object next) {
        return now.equals(next) ? Optional.empty() : Optional.of(key);
    }

    /** The file's come before those of practice that go by the same name, as after a change that turns practice off. */
    private List<Target> targets() {
        Set<TargetId> own = settings.targets().stream().map(Target::id).collect(Collectors.toSet());
        return Stream.concat(
                        settings.targets().stream(),
                        practice.stream()
                                .flatMap(one -> one.targets().stream())
                                .filter(target -> !own.contains(target.id())))
                .toList();
    }

    /** Practice controls always answer unless they are played with, so they must not vouch for anything real. */
    private List<Control> controls() {
        return settings.controls().isEmpty() && settings.targets().isEmpty()
                ? practice.map(PracticeNetwork::controls).orElse(List.of())
                : settings.controls();
    }
}
