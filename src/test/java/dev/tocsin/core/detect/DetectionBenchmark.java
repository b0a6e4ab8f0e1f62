package dev.tocsin.core.detect;

import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the rules do to made-up targets whose truth is known: false alarms, delays, notices while some looks are lost.
 * The judging classes are the real ones; the peers' default rules are our own restatement by the plain count. Arguments:
 * target-months for false alarms, outages for each delay, seed.
 */
public final class DetectionBenchmark {
    private static final double MONTH = 30 * 86_400;
    private static final double HOUR = 3600;

    private DetectionBenchmark() {}

    public static void main(String[] args) {
        int months = Integer.parseInt(args[0]);
        int outages = Integer.parseInt(args[1]);
        long seed = Long.parseLong(args[2]);
        System.out.println("rule | false DOWN per target-month at 1 % loss | 5 % loss | bursts"
                + " | delay mean/p95 s | recovery mean/p95 s | notices a day at 15 | 30 | 50 | 70 % loss"
                + " | 15 % called degraded median/p95 min");
        rules().forEach(rule -> System.out.println(Stream.of(
                        rule.name(),
                        falseDown(rule, new Weather.Kind(.01, false), months, seed),
                        falseDown(rule, new Weather.Kind(.05, false), months, seed),
                        falseDown(rule, new Weather.Kind(.005, true), months, seed),
                        delays(rule, outages, seed),
                        notices(rule, .15, outages, seed),
                        notices(rule, .30, outages, seed),
                        notices(rule, .50, outages, seed),
                        notices(rule, .70, outages, seed),
                        degraded(rule, outages, seed))
                .collect(Collectors.joining(" | "))));
    }

    private static List<Trial.Rule> rules() {
        return List.of(
                count("restated: 1 failure, 60 s", 1, 1, 60, 30),
                count("restated: 3 failures, 2 successes, 60 s", 3, 2, 60, 60),
                count("restated: 3 tries in 14 s, 300 s", 3, 1, 300, 7),
                filter(1, 60),
                filter(1, 30),
                filter(3, 60),
                filter(3, 30));
    }

    private static Trial.Rule count(String name, int failures, int successes, int every, int recheck) {
        return new Trial.Rule(
                name,
                new CountDetector(new Confirm.Count(failures, successes, Duration.ofSeconds(recheck)), pace(every)),
                1,
                every,
                false);
    }

    private static Trial.Rule filter(int vantages, int every) {
        return new Trial.Rule(
                "filter, " + vantages + " vantages, controls, " + every + " s",
                new FilterDetector(pace(every)),
                vantages,
                every,
                true);
    }

    private static Pace pace(int every) {
        return new Pace(Duration.ofSeconds(every), Duration.ofSeconds(10));
    }

    private static String falseDown(Trial.Rule rule, Weather.Kind kind, int months, long seed) {
        LongAdder degraded = new LongAdder();
        long downs = IntStream.range(0, months)
                .parallel()
                .mapToLong(month -> {
                    Trial trial = trial(rule, kind, seed, month);
                    long[] count = {0};
                    trial.until(MONTH, (at, verdict) -> {
                        count[0] += verdict instanceof Verdict.ConfirmsDown ? 1 : 0;
                        degraded.add(verdict instanceof Verdict.ConfirmsLosing ? 1 : 0);
                    });
                    return count[0];
                })
                .sum();
        return number((double) downs / months) + " (" + downs + " down, " + degraded + " degraded)";
    }

    private static String delays(Trial.Rule rule, int outages, long seed) {
        List<Double> down = Collections.synchronizedList(new ArrayList<>());
        List<Double> up = Collections.synchronizedList(new ArrayList<>());
        IntStream.range(0, outages).parallel().forEach(outage -> {
            SplittableRandom random = new SplittableRandom(seed * 31 + outage);
            double from = 6 * HOUR + random.nextDouble() * HOUR;
            double until = from + HOUR + random.nextDouble() * HOUR;
            Weather weather = new Weather(new Weather.Kind(.01, false), rule.vantages(), random);
            weather.down(from, until);
            double[] first = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
            Trial trial = new Trial(rule, weather, random);
            trial.until(until + HOUR, (at, verdict) -> {
                if (verdict instanceof Verdict.ConfirmsDown && at >= from) {
                    first[0] = Math.min(first[0], at - from);
                }
                if (verdict instanceof Verdict.ConfirmsUp && at >= until) {
                    first[1] = Math.min(first[1], at - until);
                }
            });
            DoubleStream.of(first[0]).filter(Double::isFinite).forEach(down::add);
            DoubleStream.of(first[1]).filter(Double::isFinite).forEach(up::add);
        });
        String missed =
                down.size() < outages || up.size() < outages ? " (seen " + down.size() + "/" + up.size() + ")" : "";
        return spread(down) + " | " + spread(up) + missed;
    }

    private static String notices(Trial.Rule rule, double loss, int days, long seed) {
        int[] counts = IntStream.range(0, days)
                .parallel()
                .map(day -> {
                    Trial trial = lossy(rule, loss, seed, day);
                    int[] count = {0};
                    trial.until(30 * HOUR, (at, verdict) -> count[0] += tells(verdict) ? 1 : 0);
                    return count[0];
                })
                .sorted()
                .toArray();
        return number(IntStream.of(counts).average().orElse(0)) + " (most " + counts[counts.length - 1] + ")";
    }

    private static String degraded(Trial.Rule rule, int days, long seed) {
        List<Double> minutes = Collections.synchronizedList(new ArrayList<>());
        IntStream.range(0, days).parallel().forEach(day -> {
            boolean[] seen = {false};
            lossy(rule, .15, seed, day).until(30 * HOUR, (at, verdict) -> {
                if (!seen[0] && verdict instanceof Verdict.ConfirmsLosing) {
                    seen[0] = true;
                    minutes.add((at - 6 * HOUR) / 60);
                }
            });
        });
        Collections.sort(minutes);
        return minutes.isEmpty()
                ? "never"
                : number(at(minutes, .5)) + "/" + number(at(minutes, .95))
                        + (minutes.size() < days ? " (in " + minutes.size() + " of " + days + ")" : "");
    }

    private static Trial lossy(Trial.Rule rule, double loss, long seed, int day) {
        SplittableRandom random = new SplittableRandom(seed * 31 + day);
        Weather weather = new Weather(new Weather.Kind(.005, false), rule.vantages(), random);
        weather.lossy(6 * HOUR, loss);
        return new Trial(rule, weather, random);
    }

    private static Trial trial(Trial.Rule rule, Weather.Kind kind, long seed, int index) {
        SplittableRandom random = new SplittableRandom(seed * 31 + index);
        return new Trial(rule, new Weather(kind, rule.vantages(), random), random);
    }

    private static boolean tells(Verdict verdict) {
        return verdict instanceof Verdict.ConfirmsDown
                || verdict instanceof Verdict.ConfirmsUp
                || verdict instanceof Verdict.ConfirmsLosing
                || verdict instanceof Verdict.ConfirmsSteady;
    }

    private static String spread(List<Double> delays) {
        List<Double> sorted = delays.stream().sorted().toList();
        return sorted.isEmpty()
                ? "none"
                : number(sorted.stream().mapToDouble(one -> one).average().orElseThrow()) + "/"
                        + number(at(sorted, .95));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    private static String number(double value) {
        return value >= 10 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
