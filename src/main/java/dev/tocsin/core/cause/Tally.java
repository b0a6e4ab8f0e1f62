package dev.tocsin.core.cause;

/**
 * So many of so many.
 *
 * @param count 0 to {@code of}
 */
public record Tally(int count, int of) {
    public static final Tally NONE = new Tally(0, 0);

    public Tally {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException("not a count of all: " + count + " of " + of);
        }
    }

    /** Whether it is at least this share of one or more. */
    public boolean isAtLeast(double share) {
        return of > 0 && count >= share * of;
    }

    public Tally plus(Tally other) {
        return new Tally(count + other.count, of + other.of);
    }

    @Override
    public String toString() {
        return count + " of " + of;
    }
}
