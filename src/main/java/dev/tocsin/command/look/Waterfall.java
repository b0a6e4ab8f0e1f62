package dev.tocsin.command.look;

import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The phases of a look under one another, each with a bar whose place and length are to the scale of the whole look. A
 * phase that happened more than once is one bar, since its times are added up; no more is known of its place. Pure.
 */
final class Waterfall {
    /** Columns of the whole look; with label and duration a line stays below 70. */
    static final int AXIS = 40;

    /** Time outside every phase is told from this share of the whole on: one part in so many. */
    private static final long TOLD = 50;

    private static final String OUTSIDE = "between";
    private static final String WHOLE = "whole look";

    private final double scale;
    private final int labels;
    private final StringBuilder drawn = new StringBuilder();

    private Waterfall(Timings timings) {
        long sum = sum(timings).toNanos();
        this.scale = AXIS / (double) Math.max(1, Math.max(sum, timings.total().toNanos()));
        this.labels = timings.phases().keySet().stream()
                .mapToInt(phase -> phase.label().length())
                .reduce(WHOLE.length(), Math::max);
    }

    /** A line for each phase and one for the whole; the bar of the phase that failed ends in a cross. */
    static String of(Timings timings, Optional<Phase> failed) {
        Waterfall waterfall = new Waterfall(timings);
        Duration before = Duration.ZERO;
        for (Map.Entry<Phase, Duration> one : timings.phases().entrySet()) {
            String end = failed.filter(one.getKey()::equals).isPresent() ? "×" : "";
            waterfall.line(one.getKey().label(), one.getValue(), waterfall.bar(before, one.getValue()) + end);
            before = before.plus(one.getValue());
        }
        Duration outside = timings.total().minus(before);
        if (outside.toNanos() * TOLD > timings.total().toNanos()) {
            waterfall.line(OUTSIDE, outside, "");
        }
        waterfall.line(WHOLE, timings.total(), "─".repeat(AXIS));
        return waterfall.drawn.toString();
    }

    private static Duration sum(Timings timings) {
        return timings.phases().values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private String bar(Duration before, Duration length) {
        int first = Math.clamp(column(before), 0, AXIS - 1);
        int end = Math.clamp(column(before.plus(length)), first + 1, AXIS);
        return " ".repeat(first) + "█".repeat(end - first);
    }

    private long column(Duration at) {
        return Math.round(at.toNanos() * scale);
    }

    private void line(String label, Duration took, String bar) {
        String text = label + " ".repeat(labels - label.length()) + String.format("%11s", Took.of(took)) + "  " + bar;
        drawn.append(text.stripTrailing()).append('\n');
    }
}
