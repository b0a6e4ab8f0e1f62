package dev.tocsin.chat.discord;

import dev.tocsin.chat.discord.fake.Exchange;
import dev.tocsin.command.Caller;
import dev.tocsin.command.Desk;
import dev.tocsin.command.Role;
import dev.tocsin.sample.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How long suggestions take: {@code AutocompleteBenchmark [targets] [questions]}, 10,000 and 1,000 if left out. Prints p50,
 * p95 and p99 of the desk alone, and from the event that a fake Discord on loopback sends to the answer it gets. Each
 * question is the beginning or the middle of some target's id or name, or nothing.
 */
final class AutocompleteBenchmark {
    private static final int WARM_UP = 100;

    private final DiscordStage stage;
    private final Desk desk;
    private final int targets;
    private final Random random = new Random(7);
    /** Answers without a suggestion, which are those that took too long. */
    private int late;

    private AutocompleteBenchmark(DiscordStage stage, int targets) {
        this.stage = stage;
        this.targets = targets;
        this.desk = stage.desk();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int targets = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int questions = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
        try (DiscordStage stage = new DiscordStage(Files.createTempDirectory("tocsin-suggestions"))) {
            stage.rig.declare(IntStream.range(0, targets)
                    .mapToObj(number -> Samples.target("service-" + number))
                    .toList());
            stage.rig.run(Duration.ofMinutes(1));
            stage.rig.dead.add("service-77");
            stage.rig.run(Duration.ofMinutes(2));
            stage.start();
            AutocompleteBenchmark benchmark = new AutocompleteBenchmark(stage, targets);
            System.out.printf(
                    "%,d targets, %,d of them down, %,d questions each%n",
                    targets, stage.rig.engine.openIncidents().size(), questions);
            benchmark.measure("desk", questions, benchmark::askDesk);
            benchmark.measure("Discord", questions, benchmark::askDiscord);
        }
    }

    private void measure(String way, int questions, Function<String, Duration> ask) {
        for (int i = 0; i < WARM_UP; i++) {
            demand(!ask.apply(question()).isNegative());
        }
        late = 0;
        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            took.add(ask.apply(question()));
        }
        Collections.sort(took);
        System.out.printf(
                "%-8s p50 %6.1f ms, p95 %6.1f ms, p99 %6.1f ms, longest %6.1f ms; %d came too late%n",
                way, at(took, 50), at(took, 95), at(took, 99), at(took, 100), late);
    }

    private String question() {
        String id = Integer.toString(random.nextInt(targets));
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "service-" + id.charAt(0);
            case 2 -> "the service-" + id;
            default -> id;
        };
    }

    private Duration askDesk(String typed) {
        Caller caller = new Caller("ana", Role.ADMIN, Samples.CONSOLE, ZoneOffset.UTC);
        long began = System.nanoTime();
        demand(!desk.complete(caller, "mute", "what", typed, 25).isEmpty());
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private Duration askDiscord(String typed) {
        Exchange exchange =
                stage.discord.autocomplete(stage.admin, stage.channel, "mute", Map.of("what", typed), "what");
        late += exchange.choices().isEmpty() ? 1 : 0;
        return exchange.acknowledgedAfter();
    }

    private static void demand(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("nothing was suggested");
        }
    }

    private static double at(List<Duration> sorted, int percent) {
        return sorted.get(Math.max(0, sorted.size() * percent / 100 - 1)).toNanos() / 1e6;
    }
}
