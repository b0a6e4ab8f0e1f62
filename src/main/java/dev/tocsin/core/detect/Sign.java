package dev.tocsin.core.detect;

/**
 * What one look says about a target's course.
 *
 * @param usual the share of looks that would fail although the target is up, 0 to 1
 * @param weight 1 for a look of its own, less for one that repeats another, 0 to 1
 */
record Sign(Kind kind, double usual, double weight) {
    private static final Course[] COURSES = Course.values();

    enum Kind {
        ANSWERED,
        FAILED
    }

    /** Bayes' rule: what is held once this is seen. */
    Masses weigh(Masses before) {
        double[] masses = before.weights();
        for (int i = 0; i < masses.length; i++) {
            double failing = COURSES[i].failing(usual);
            double likelihood = kind == Kind.FAILED ? failing : 1 - failing;
            masses[i] *= weight == 1 ? likelihood : Math.pow(likelihood, weight);
        }
        return Masses.of(masses);
    }
}
