package dev.tocsin.core.detect;

/**
 * A probability distribution over the courses a target may be on. Each mass is at least {@link #FLOOR}, so that no
 * evidence is ever final; together they are 1.
 *
 * @param up the probability of {@link Course#UP}, and so on in the order of the courses
 */
public record Masses(double up, double tenth, double fifth, double third, double half, double most, double down) {
    static final double FLOOR = 1e-5;

    /** Held of a target nobody has looked at: it may work or not. */
    static final Masses UNKNOWN = of(new double[] {.5, .02, .02, .02, .02, .02, .4});

    static final Masses UP = of(new double[] {1, 0, 0, 0, 0, 0, 0});
    static final Masses DOWN = of(new double[] {0, 0, 0, 0, 0, 0, 1});
    static final Masses LOSING = of(new double[] {0, .25, .25, .5, 0, 0, 0});

    /** The distribution in proportion to these weights, one for each course, none of them negative. */
    static Masses of(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double rest = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.max(FLOOR, weights[i] / sum);
            rest += weights[i];
        }
        return new Masses(
                weights[0] / rest,
                weights[1] / rest,
                weights[2] / rest,
                weights[3] / rest,
                weights[4] / rest,
                weights[5] / rest,
                weights[6] / rest);
    }

    double[] weights() {
        return new double[] {up, tenth, fifth, third, half, most, down};
    }

    /** The probability of a course that people call so. */
    double of(Course.Call call) {
        return switch (call) {
            case WORKS -> up;
            case WORKS_MOSTLY -> tenth + fifth;
            case BETWEEN -> third;
            case FAILS -> half + most + down;
        };
    }

    /** The probability that the target fails at least half of the looks, 0 to 1. */
    public double failing() {
        return of(Course.Call.FAILS);
    }

    /** The probability that it loses some, but less than half. */
    public double losing() {
        return of(Course.Call.WORKS_MOSTLY) + of(Course.Call.BETWEEN);
    }

    /** The probability that it answers at least four looks of five. */
    double answering() {
        return of(Course.Call.WORKS) + of(Course.Call.WORKS_MOSTLY);
    }
}
