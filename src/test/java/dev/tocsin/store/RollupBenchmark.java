package dev.tocsin.store;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Upkeep.Rolled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What writing looks and rolling them up costs: {@code RollupBenchmark [targets] [interval seconds] [hours]}. Writes the
 * looks of so many hours in batches of 500, rolls them up, and prints looks a second of both, the longest transaction
 * and the bytes. 1,000 targets over 720 hours are what a first start with a store of 30 days has to roll up.
 */
public final class RollupBenchmark {
    private static final int BATCH = 500;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private RollupBenchmark() {}

    public static void main(String[] args) throws IOException {
        int targets = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        Duration every = Duration.ofSeconds(args.length > 1 ? Integer.parseInt(args[1]) : 30);
        Duration length = Duration.ofHours(args.length > 2 ? Integer.parseInt(args[2]) : 1);
        Path file = Files.createTempDirectory("tocsin-rollups").resolve("tocsin.db");
        try (SqliteStore store = SqliteStore.open(file)) {
            long began = System.nanoTime();
            long looks = write(store, targets, every, length);
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "%d targets every %s for %s: %d looks written in %.1f s, %.0f a second; file %d MiB%n",
                    targets, every, length, looks, seconds, looks / seconds, Files.size(file) >> 20);
            roll(store, every, BEGIN.plus(length).plusSeconds(7_200), looks);
        }
        YearFill.sizes(file).forEach(System.out::println);
    }

    private static long write(SqliteStore store, int targets, Duration every, Duration length) {
        Random random = new Random(1);
        List<Observation> batch = new ArrayList<>();
        long looks = 0;
        for (Instant round = BEGIN; round.isBefore(BEGIN.plus(length)); round = round.plus(every)) {
            for (int target = 0; target < targets; target++) {
                batch.add(look(target, round.plusMillis(every.toMillis() * target / targets), random));
                looks++;
                if (batch.size() == BATCH) {
                    store.observationLog().append(batch);
                    batch = new ArrayList<>();
                }
            }
        }
        store.observationLog().append(batch);
        return looks;
    }

    private static void roll(SqliteStore store, Duration every, Instant now, long looks) {
        long began = System.nanoTime();
        long longest = 0;
        int steps = 0;
        Rolled rolled = Rolled.MORE;
        while (rolled == Rolled.MORE) {
            long step = System.nanoTime();
            rolled = store.upkeep().roll(now, id -> Optional.of(every));
            longest = Math.max(longest, System.nanoTime() - step);
            steps++;
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "rolled up in %.1f s, %.0f looks a second, %d transactions, %.0f ms each, the longest %.0f ms%n",
                seconds, looks / seconds, steps, 1_000 * seconds / steps, longest / 1e6);
    }

    private static Observation look(int target, Instant at, Random random) {
        Duration tcp = Duration.ofNanos(1_000L * random.nextInt(5_000, 15_000));
        Duration http = Duration.ofNanos(1_000L * (long) (40_000 * Math.exp(.3 * random.nextGaussian())));
        return new Observation(
                new TargetId("t-" + target),
                new Vantage("benchmark"),
                at,
                new Finding(
                        new Outcome.Up(),
                        new Timings(Map.of(Phase.TCP, tcp, Phase.HTTP, http), tcp.plus(http)),
                        Optional.of("192.0.2.7")));
    }
}
