package dev.tocsin.app;

import dev.tocsin.config.ConfigReader;
import dev.tocsin.config.ConfigReading;
import dev.tocsin.config.ConfigReport;
import dev.tocsin.probe.IcmpAvailability;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a config, tells every problem, and does nothing else. */
@Command(
        name = "check-config",
        description = "Reads a config and tells every problem.",
        mixinStandardHelpOptions = true)
final class CheckConfig implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The config (default: ${DEFAULT-VALUE}).",
            defaultValue = "bot-config.json")
    private Path config = Path.of("bot-config.json");

    @Override
    public Integer call() {
        ConfigReader reader = Configs.reader();
        ConfigReading reading = SystemNeeds.held(config, reader.read(config), IcmpAvailability::remedy);
        PrintWriter out = spec.commandLine().getOut();
        ConfigReport.lines(config, reading).forEach(out::println);
        out.flush();
        return reading instanceof ConfigReading.Good ? 0 : 1;
    }
}
