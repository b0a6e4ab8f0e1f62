package dev.tocsin.config;

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
                lines.add(file + " has " + count(problems.size(), "problem") + ":");
                problems.forEach(problem -> lines.add("  " + problem));
            }
            case ConfigReading.Good(Settings settings, List<String> warnings) -> {
                lines.add(file + " is good: " + count(settings.targets().size(), "target") + ", "
                        + count(settings.networks().size(), "network") + ", "
                        + count(settings.controls().size(), "control") + ", "
                        + count(settings.subscriptions().size(), "subscription")
                        + (settings.general().practice() == Settings.Practice.ON ? "; practice network on" : "") + ".");
                warnings.forEach(warning -> lines.add("  warning: " + warning));
            }
        }
        return lines;
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
