package dev.tocsin.app;

import dev.tocsin.config.ConfigReading;
import dev.tocsin.config.Problem;
import dev.tocsin.config.Settings;
import dev.tocsin.core.target.Check;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Holds a config that is good in itself against what this system allows. */
final class SystemNeeds {
    private SystemNeeds() {}

    /**
     * The reading, or what is wrong with it here.
     *
     * @param icmpRemedy what to do so that ICMP can be used, empty where it can be; asked only where a check needs it
     */
    static ConfigReading held(Path file, ConfigReading reading, Supplier<Optional<String>> icmpRemedy) {
        return switch (reading) {
            case ConfigReading.Bad bad -> bad;
            case ConfigReading.Good good -> {
                List<String> users = icmpUsers(good.settings());
                Optional<String> remedy = users.isEmpty() ? Optional.empty() : icmpRemedy.get();
                yield remedy.<ConfigReading>map(what -> new ConfigReading.Bad(users.stream()
                                .map(user -> new Problem(file.toString(), 0, user, what))
                                .toList()))
                        .orElse(good);
            }
        };
    }

    /** The targets and controls that are looked at by ICMP. */
    private static List<String> icmpUsers(Settings settings) {
        return Stream.concat(
                        settings.targets().stream()
                                .filter(target -> target.check() instanceof Check.Icmp)
                                .map(target -> "target " + target.id()),
                        settings.controls().stream()
                                .filter(control -> control.check() instanceof Check.Icmp)
                                .map(control -> "control " + control.name()))
                .toList();
    }
}
