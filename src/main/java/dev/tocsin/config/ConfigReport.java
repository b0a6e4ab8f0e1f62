package dev.tocsin.config;

import dev.tocsin.core.message.Counted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What came of reading a config, in lines for whoever wrote it. Pure. */
public final class ConfigReport {
    private ConfigReport() {}

    public static List<String> lines(Path file, ConfigReading reading) {
        List<String> lines = new ArrayList<>();
        switch (reading) {
            case ConfigReading.Bad(List<Problem> problems) -> {
                lines.add(file + " has " + Counted.of(problems.size(), "problem") + ":");
                problems.forEach(problem -> lines.add("  " + problem));
            }
            case ConfigReading.Good(Settings settings, List<String> warnings) -> {
                lines.add(file + " is good: " + Counted.of(settings.targets().size(), "target") + ", "
                        + Counted.of(settings.networks().size(), "network") + ", "
                        + Counted.of(settings.controls().size(), "control") + ", "
                        + Counted.of(settings.subscriptions().size(), "subscription")
                        + (settings.general().practice() == Settings.Practice.ON ? "; practice network on" : "") + ".");
                warnings.forEach(warning -> lines.add("  warning: " + warning));
            }
        }
        return lines;
    }
}
