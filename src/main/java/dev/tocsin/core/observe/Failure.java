package dev.tocsin.core.observe;

/**
 * Where and how a look failed.
 *
 * @param detail what the other side or the system said, at most 200 characters; may be empty; not trusted text
 */
public record Failure(Phase phase, FailureKind kind, String detail) {
    private static final int DETAIL_LIMIT = 200;

    public Failure {
        if (detail.length() > DETAIL_LIMIT) {
            detail = detail.substring(0, DETAIL_LIMIT - 1) + "…";
        }
    }

    /** A few words, with the detail where there is one: {@code unexpected HTTP status (503)}. */
    public String phrase() {
        return detail.isEmpty() ? kind.phrase() : kind.phrase() + " (" + detail + ")";
    }
}
