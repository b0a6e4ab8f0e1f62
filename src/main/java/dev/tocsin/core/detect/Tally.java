package dev.tocsin.core.detect;

/**
 * Judged looks since the onset of what is suspected or confirmed, its first failure included.
 *
 * @param failed those that failed, 0 to {@code looks}
 */
public record Tally(int failed, int looks) {
    static final Tally NONE = new Tally(0, 0);

    Tally and(Sign.Kind kind) {
        return new Tally(kind == Sign.Kind.FAILED ? failed + 1 : failed, looks + 1);
    }
}
