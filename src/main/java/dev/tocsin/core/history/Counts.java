package dev.tocsin.core.history;

/** How many looks came to what; none is negative. */
public record Counts(long up, long degraded, long down, long unjudged) {
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    public Counts {
        if ((up | degraded | down | unjudged) < 0) {
            throw new IllegalArgumentException("a count is not negative");
        }
    }

    public long looks() {
        return up + degraded + down + unjudged;
    }

    /** Looks at which the service worked: those whose latency is counted. */
    public long working() {
        return up + degraded;
    }

    public Counts plus(Judged judged) {
        return switch (judged) {
            case UP -> new Counts(up + 1, degraded, down, unjudged);
            case DEGRADED -> new Counts(up, degraded + 1, down, unjudged);
            case DOWN -> new Counts(up, degraded, down + 1, unjudged);
            case UNJUDGED -> new Counts(up, degraded, down, unjudged + 1);
        };
    }

    public Counts plus(Counts other) {
        return new Counts(up + other.up, degraded + other.degraded, down + other.down, unjudged + other.unjudged);
    }
}
