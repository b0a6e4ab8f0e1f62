package dev.tocsin.core.detect;

/**
 * How the looks at a target go, from best to worst. Between working and dead lie targets that lose a share of the looks;
 * the share is drawn as five steps, so that a target that loses most is not taken for one that answers, nor for a dead
 * one.
 */
enum Course {
    UP(Double.NaN, Call.WORKS),
    LOSING_A_TENTH(.10, Call.WORKS_MOSTLY),
    LOSING_A_FIFTH(.20, Call.WORKS_MOSTLY),
    LOSING_A_THIRD(.35, Call.BETWEEN),
    LOSING_HALF(.55, Call.FAILS),
    LOSING_MOST(.80, Call.FAILS),
    DOWN(.985, Call.FAILS);

    /** What a course means for people. */
    enum Call {
        WORKS,
        WORKS_MOSTLY,
        /** Neither enough to open an outage nor enough to end one, so that a target near the edge does not flip. */
        BETWEEN,
        FAILS
    }

    private final double failing;
    private final Call call;

    Course(double failing, Call call) {
        this.failing = failing;
        this.call = call;
    }

    /**
     * The probability, 0 to 1, that one look fails.
     *
     * @param usual the share of looks that fail while the target is up
     */
    double failing(double usual) {
        return this == UP ? usual : Math.max(failing, usual);
    }

    Call call() {
        return call;
    }
}
