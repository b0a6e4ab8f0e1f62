package dev.tocsin.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. */
@Command(
        name = "tocsin",
        description = "Watches whether services and networks can be reached, and tells people in chat.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {CheckConfig.class, ProbeCommand.class, ReplayCommand.class, ExportLooksCommand.class},
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:stopped, or the config is good",
            "1:the config is wrong, or the bot cannot start",
            "2:wrong usage"
        })
public final class Main implements java.util.concurrent.Callable<Integer> {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The config (default: ${DEFAULT-VALUE}).",
            defaultValue = "bot-config.json")
    private Path config = Path.of("bot-config.json");

    private Main() {}

    public static void main(String[] args) {
        ParentWatch.startIfAsked();
        System.exit(new CommandLine(new Main())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .execute(args));
    }

    @Override
    public Integer call() {
        return Run.bot(config);
    }
}
