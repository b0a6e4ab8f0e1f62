package dev.tocsin.core.detect;

import java.util.SplittableRandom;

/**
 * What befalls the looks of one made-up target: its own state, and the way to it from each vantage. Times are seconds.
 * Bursts come to each vantage's way on their own: about every six hours four looks of five are lost for 45 s on average,
 * and the looks at controls with them.
 */
final class Weather {
    private static final double BURST_EVERY = 6 * 3600;
    private static final double BURST_LASTS = 45;
    private static final double BURST_LOSS = .8;

    /**
     * The kind of weather.
     *
     * @param loss share of looks lost on the way, each on its own, 0 to 1
     */
    record Kind(double loss, boolean bursts) {}

    private final Kind kind;
    private final SplittableRandom random;
    private final double[] burstBegins;
    private final double[] burstEnds;
    private double downFrom = Double.POSITIVE_INFINITY;
    private double downUntil = Double.POSITIVE_INFINITY;
    private double lossyFrom = Double.POSITIVE_INFINITY;
    private double lossyShare;

    Weather(Kind kind, int vantages, SplittableRandom random) {
        this.kind = kind;
        this.random = random;
        this.burstBegins = new double[vantages];
        this.burstEnds = new double[vantages];
        for (int i = 0; i < vantages; i++) {
            burstBegins[i] = kind.bursts() ? lasting(BURST_EVERY) : Double.POSITIVE_INFINITY;
            burstEnds[i] = burstBegins[i] + lasting(BURST_LASTS);
        }
    }

    void down(double from, double until) {
        downFrom = from;
        downUntil = until;
    }

    /** The target itself loses this share of the looks from then on. */
    void lossy(double from, double share) {
        lossyFrom = from;
        lossyShare = share;
    }

    /** Whether a look that begins now fails. */
    boolean fails(int vantage, double now) {
        boolean down = now >= downFrom && now < downUntil;
        return down || strikes(way(vantage, now)) || (now >= lossyFrom && strikes(lossyShare));
    }

    /** Whether a look at a control fails now. */
    boolean controlFails(int vantage, double now) {
        return strikes(way(vantage, now));
    }

    private double way(int vantage, double now) {
        while (now >= burstEnds[vantage]) {
            burstBegins[vantage] = burstEnds[vantage] + lasting(BURST_EVERY);
            burstEnds[vantage] = burstBegins[vantage] + lasting(BURST_LASTS);
        }
        return now >= burstBegins[vantage] ? BURST_LOSS : kind.loss();
    }

    private boolean strikes(double share) {
        return share > 0 && random.nextDouble() < share;
    }

    private double lasting(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }
}
