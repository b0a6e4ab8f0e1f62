package dev.tocsin.core.detect;

import java.time.Duration;

/** How a target's course changes while nobody looks. Hazards are in changes per second. */
final class Drift {
    private static final double HOUR = 3600;
    private static final double DAY = 24 * HOUR;
    /** Longer gaps tell no more than this one. */
    private static final double LONGEST_SECONDS = DAY;

    private static final Course[] COURSES = Course.values();
    private static final double[][] HAZARDS = hazards();
    private static final double[] LEAVING = leaving();
    private static final double[][] SHARES = shares();

    private Drift() {}

    /** What is held after so long without a look. */
    static Masses over(Masses before, Duration elapsed) {
        double seconds = Math.clamp(elapsed.toMillis() / 1000.0, 0, LONGEST_SECONDS);
        if (seconds == 0) {
            return before;
        }
        double[] from = before.weights();
        double[] to = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            double moved = -Math.expm1(-LEAVING[i] * seconds);
            to[i] += from[i] * (1 - moved);
            for (int j = 0; j < to.length; j++) {
                to[j] += from[i] * moved * SHARES[i][j];
            }
        }
        return Masses.of(to);
    }

    /** Hazards of the three kinds of course as in the three-state filter this one refines, spread over the steps. */
    private static double[][] hazards() {
        int steps = COURSES.length - 2;
        int down = COURSES.length - 1;
        double[][] hazards = new double[COURSES.length][COURSES.length];
        hazards[0][down] = 1 / (14 * DAY);
        hazards[down][0] = 1 / (2 * HOUR);
        for (int step = 1; step <= steps; step++) {
            hazards[0][step] = 1 / (20 * DAY) / steps;
            hazards[down][step] = 1 / (12 * HOUR) / steps;
            hazards[step][0] = 1 / (4 * HOUR);
            hazards[step][down] = 1 / (24 * HOUR);
            if (step > 1) {
                hazards[step][step - 1] = 1 / (6 * HOUR);
            }
            if (step < steps) {
                hazards[step][step + 1] = 1 / (6 * HOUR);
            }
        }
        return hazards;
    }

    /** Where a change leads, as shares of 1. */
    private static double[][] shares() {
        double[][] shares = new double[HAZARDS.length][HAZARDS.length];
        for (int i = 0; i < shares.length; i++) {
            for (int j = 0; j < shares.length; j++) {
                shares[i][j] = HAZARDS[i][j] / LEAVING[i];
            }
        }
        return shares;
    }

    private static double[] leaving() {
        double[] leaving = new double[HAZARDS.length];
        for (int i = 0; i < leaving.length; i++) {
            for (double hazard : HAZARDS[i]) {
                leaving[i] += hazard;
            }
        }
        return leaving;
    }
}
