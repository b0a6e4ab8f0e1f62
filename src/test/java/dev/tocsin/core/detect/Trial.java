package dev.tocsin.core.detect;

import dev.tocsin.core.observe.ControlCount;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * One made-up target, looked at by so many vantages and judged by a real detector, in virtual time. A look that fails
 * takes its whole time-out; then the controls are asked, as the engine does. Times are seconds.
 */
final class Trial {
    static final double TIMEOUT = 10;
    private static final double ANSWER = .1;
    private static final int CONTROLS = 3;
    private static final TargetId TARGET = new TargetId("target");
    private static final Outcome UP = new Outcome.Up();
    private static final Outcome DOWN = new Outcome.Down(new Failure(Phase.TCP, FailureKind.CONNECT_TIMEOUT, ""));
    private static final Outcome BLIND = new Outcome.Unjudged(Outcome.Reason.OWN_NETWORK, "");
    private static final Timings TIMINGS = new Timings(Map.of(), Duration.ZERO);
    private static final Instant BEGINNING = Instant.parse("2022-01-01T00:00:00Z");

    /** How one rule looks at its targets. */
    record Rule(String name, Detector detector, int vantages, double every, boolean controls) {}

    private final Rule rule;
    private final Weather weather;
    private final List<Vantage> places;
    private final double[] regular;
    private final double[] next;
    private final double[] began;
    private final double[] ends;
    private final boolean[] failed;
    private Stance stance;

    Trial(Rule rule, Weather weather, SplittableRandom random) {
        this.rule = rule;
        this.weather = weather;
        this.places = IntStream.range(0, rule.vantages())
                .mapToObj(i -> new Vantage("v" + i))
                .toList();
        this.regular = new double[rule.vantages()];
        this.next = new double[rule.vantages()];
        this.began = new double[rule.vantages()];
        this.ends = new double[rule.vantages()];
        this.failed = new boolean[rule.vantages()];
        double first = random.nextDouble() * rule.every();
        for (int i = 0; i < rule.vantages(); i++) {
            regular[i] = first + i * rule.every() / rule.vantages();
            next[i] = regular[i];
            ends[i] = Double.POSITIVE_INFINITY;
        }
        this.stance = rule.detector().start(BEGINNING);
    }

    /** Looks until then; every verdict is told with its time. */
    void until(double end, BiConsumer<Double, Verdict> told) {
        while (true) {
            int looking = soonest(next);
            int ending = soonest(ends);
            double now = Math.min(next[looking], ends[ending]);
            if (now >= end) {
                return;
            }
            if (ends[ending] <= next[looking]) {
                end(ending, now, told);
            } else {
                begin(looking, now);
            }
        }
    }

    private void begin(int vantage, double now) {
        while (regular[vantage] <= now) {
            regular[vantage] += rule.every();
        }
        next[vantage] = Double.POSITIVE_INFINITY;
        began[vantage] = now;
        failed[vantage] = weather.fails(vantage, now);
        ends[vantage] = now + (failed[vantage] ? TIMEOUT : ANSWER);
    }

    private void end(int vantage, double now, BiConsumer<Double, Verdict> told) {
        ends[vantage] = Double.POSITIVE_INFINITY;
        next[vantage] = Math.max(regular[vantage], now);
        Judgement judgement = rule.detector().judge(stance, observation(vantage, now), at(now));
        stance = judgement.stance();
        told.accept(now, judgement.verdict());
        judgement.lookAgainIn().ifPresent(pause -> {
            double again = now + pause.toMillis() / 1000.0;
            for (int i = 0; i < next.length; i++) {
                next[i] = Double.isInfinite(next[i]) ? next[i] : Math.min(next[i], again);
            }
        });
    }

    private Observation observation(int vantage, double now) {
        Optional<ControlCount> controls = Optional.empty();
        Outcome outcome = failed[vantage] ? DOWN : UP;
        if (failed[vantage] && rule.controls()) {
            int answering = (int) IntStream.range(0, CONTROLS)
                    .filter(i -> !weather.controlFails(vantage, now))
                    .count();
            controls = Optional.of(new ControlCount(answering, CONTROLS));
            if ((CONTROLS - answering) * 3 >= CONTROLS * 2) {
                outcome = BLIND;
            }
        }
        return new Observation(
                TARGET,
                places.get(vantage),
                at(began[vantage]),
                new Finding(outcome, TIMINGS, Optional.empty()),
                controls);
    }

    Stance stance() {
        return stance;
    }

    private static int soonest(double[] times) {
        int least = 0;
        for (int i = 1; i < times.length; i++) {
            if (times[i] < times[least]) {
                least = i;
            }
        }
        return least;
    }

    private static Instant at(double seconds) {
        return BEGINNING.plusNanos((long) (seconds * 1e9));
    }
}
