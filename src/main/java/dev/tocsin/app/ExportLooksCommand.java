package dev.tocsin.app;

import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Archive;
import dev.tocsin.engine.Remembered;
import dev.tocsin.engine.StoreUnavailable;
import dev.tocsin.replay.LookForm;
import dev.tocsin.store.SqliteStore;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the looks that a store keeps as lines, target by target, for {@code replay} and for whoever wants them. */
@Command(
        name = "export-looks",
        description = "Writes the looks that a store keeps as CSV, which replay reads. The bot must not run meanwhile.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:they are written", "1:the store cannot be read", "2:wrong usage"})
final class ExportLooksCommand implements Callable<Integer> {
    private static final InstantSource CLOCK = InstantSource.system();
    /** Longer than looks are kept. */
    private static final Duration LONGEST = Duration.ofDays(400);
    /** So much of one target is in memory at a time. */
    private static final Duration PART = Duration.ofHours(6);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "STORE", description = "The store's file, such as data/tocsin.db.")
    private Path file = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Only later looks: 2026-04-22T09:51:00Z, or a date, which begins in UTC.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", description = "Only earlier looks, likewise.")
    private Optional<String> to = Optional.empty();

    @Override
    public Integer call() {
        Instant now = CLOCK.instant();
        Optional<Instant> since =
                from.isEmpty() ? Optional.of(now.minus(LONGEST)) : from.flatMap(ExportLooksCommand::time);
        Optional<Instant> until = to.isEmpty() ? Optional.of(now) : to.flatMap(ExportLooksCommand::time);
        if (since.isEmpty() || until.isEmpty()) {
            return failed(
                    "--from and --to are times such as 2026-04-22T09:51:00Z or dates such as 2026-04-22",
                    CommandLine.ExitCode.USAGE);
        }
        if (!Files.isRegularFile(file)) {
            return failed("there is no file " + file, CommandLine.ExitCode.SOFTWARE);
        }
        try (SqliteStore store = SqliteStore.open(file)) {
            write(store, since.get(), until.get());
            return 0;
        } catch (StoreUnavailable trouble) {
            return failed(trouble.text(), CommandLine.ExitCode.SOFTWARE);
        }
    }

    private void write(SqliteStore store, Instant since, Instant until) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(LookForm.HEADER);
        for (TargetId target : targets(store.ledger().load())) {
            for (Instant at = since; at.isBefore(until); at = at.plus(PART)) {
                write(store.archive(), target, at, at.plus(PART).isBefore(until) ? at.plus(PART) : until);
            }
        }
        out.flush();
    }

    private void write(Archive archive, TargetId target, Instant since, Instant until) {
        PrintWriter out = spec.commandLine().getOut();
        archive.looks(target, since, until).forEach(look -> out.println(LookForm.line(look)));
    }

    private static NavigableSet<TargetId> targets(Remembered remembered) {
        NavigableSet<TargetId> targets = new TreeSet<>(remembered.stances().keySet());
        targets.addAll(remembered.lastLooks().keySet());
        remembered.targets().stream().map(Target::id).forEach(targets::add);
        return targets;
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private int failed(String why, int code) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("tocsin export-looks: " + why);
        err.flush();
        return code;
    }
}
