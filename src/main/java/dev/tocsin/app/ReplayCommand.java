package dev.tocsin.app;

import dev.tocsin.config.ConfigReading;
import dev.tocsin.config.ConfigReport;
import dev.tocsin.config.Durations;
import dev.tocsin.config.Settings;
import dev.tocsin.core.message.Counted;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.engine.Declared;
import dev.tocsin.replay.Account;
import dev.tocsin.replay.Flaw;
import dev.tocsin.replay.Recording;
import dev.tocsin.replay.RecordingReader;
import dev.tocsin.replay.Replay;
import dev.tocsin.replay.Rule;
import dev.tocsin.replay.Scene;
import dev.tocsin.replay.Sources;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays a recorded history to the bot and tells what it would have sent. */
@Command(
        name = "replay",
        description = "Plays a recorded history to the bot and tells what would have been sent, when, and to whom.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:it was played", "1:the history or the config is wrong", "2:wrong usage"})
final class ReplayCommand implements Callable<Integer> {
    private static final String NO_NETWORK = "none";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "HISTORY",
            description = "A file of looks as export-looks or Upptime write them, or a folder with events.csv and,"
                    + " where they are there, targets.csv and bot-config.json.")
    private Path place = Path.of(".");

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "weighed, count:3/2, each (every recorded change, target by target) or config;"
                    + " several are told side by side. Without: weighed, or config where there is one, and each.")
    private List<String> rules = List.of();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Take targets, networks and subscriptions from this config.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--network",
            paramLabel = "NAME",
            description = "Without a config: the network that all targets stand in, or none."
                    + " Without: one that is called as the history.")
    private Optional<String> network = Optional.empty();

    @Option(names = "--vantage", paramLabel = "NAME", description = "The vantage whose looks are played.")
    private Optional<String> vantage = Optional.empty();

    @Option(
            names = "--every",
            paramLabel = "TIME",
            description = "Without a config: how often targets are looked at (default: ${DEFAULT-VALUE}).",
            defaultValue = "60s")
    private String every = "60s";

    @Option(names = "--quiet", description = "Tell the table alone.")
    private boolean quiet;

    @Override
    public Integer call() {
        Optional<Duration> pace = Durations.read(every)
                .filter(one -> one.compareTo(Duration.ofSeconds(1)) >= 0 && one.compareTo(Duration.ofDays(1)) <= 0);
        List<String> wrong = new ArrayList<>();
        rules.stream()
                .filter(text -> Rule.parse(text).isEmpty())
                .forEach(text -> wrong.add("--rule is \"" + text + "\"; expected " + Rule.FORMS));
        if (pace.isEmpty()) {
            wrong.add("--every is \"" + every + "\"; expected 1s to 24h, such as 60s");
        }
        vantage.filter(String::isBlank).ifPresent(blank -> wrong.add("--vantage is empty; expected a name"));
        network.filter(String::isBlank).ifPresent(blank -> wrong.add("--network is empty; expected a name, or none"));
        if (!wrong.isEmpty()) {
            return told(wrong, CommandLine.ExitCode.USAGE);
        }
        List<Flaw> flaws = new ArrayList<>();
        Optional<Sources> sources = Sources.in(place, flaws::add);
        return sources.isEmpty() ? wrong(flaws) : read(sources.get(), pace.orElseThrow());
    }

    private int read(Sources sources, Duration pace) {
        return switch (new RecordingReader().read(sources, vantage.map(Vantage::new))) {
            case RecordingReader.Reading.Bad(List<Flaw> flaws) -> wrong(flaws);
            case RecordingReader.Reading.Good good -> {
                Optional<Path> file = config.or(sources::config);
                yield file.isPresent()
                        ? configured(good.recording(), file.get())
                        : played(
                                good.recording(),
                                Scene.plain(
                                        good,
                                        new Vantage(vantage.orElse("history")),
                                        pace,
                                        Optional.of(network.orElse(sources.name()))
                                                .filter(name -> !name.equals(NO_NETWORK))),
                                "weighed");
            }
        };
    }

    private int configured(Recording recording, Path file) {
        return switch (Configs.reader().read(file)) {
            case ConfigReading.Bad bad -> told(ConfigReport.lines(file, bad), CommandLine.ExitCode.SOFTWARE);
            case ConfigReading.Good(Settings settings, var warnings) -> {
                Scene scene = Scene.configured(recording, declared(settings));
                yield scene.declared().targets().isEmpty()
                        ? told(
                                List.of(file + " declares none of the targets of the history: "
                                        + scene.leftOut().iterator().next() + " and others"),
                                CommandLine.ExitCode.SOFTWARE)
                        : played(recording, scene, "config");
            }
        };
    }

    private Declared declared(Settings settings) {
        return new Declared(
                vantage.map(Vantage::new).orElse(settings.general().vantage()),
                settings.targets(),
                settings.networks(),
                List.of(),
                settings.subscriptions(),
                List.of(),
                settings.grouping());
    }

    private int played(Recording recording, Scene scene, String usual) {
        PrintWriter out = spec.commandLine().getOut();
        ReplayReport.opening(recording, scene).forEach(out::println);
        out.println();
        out.flush();
        Replay replay = new Replay(recording, scene, new Words());
        List<Account> accounts = (rules.isEmpty() ? List.of(usual, "each") : rules)
                .stream()
                        .distinct()
                        .map(text -> Rule.parse(text).orElseThrow())
                        .map(replay::under)
                        .toList();
        ReplayReport.table(accounts).forEach(out::println);
        out.println();
        out.println(ReplayReport.sentence(accounts));
        if (!quiet) {
            accounts.forEach(account -> {
                out.println();
                out.println(
                        account.rule().name() + ": " + Counted.of(account.sent().size(), "message") + ", times in UTC");
                ReplayReport.messages(account).forEach(out::println);
            });
        }
        out.flush();
        return 0;
    }

    private int wrong(List<Flaw> flaws) {
        return told(flaws.stream().map(Flaw::toString).toList(), CommandLine.ExitCode.SOFTWARE);
    }

    private int told(List<String> problems, int code) {
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(problem -> err.println("tocsin replay: " + OutsideText.clean(problem)));
        err.flush();
        return code;
    }
}
