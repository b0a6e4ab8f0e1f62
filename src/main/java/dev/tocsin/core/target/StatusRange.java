package dev.tocsin.core.target;

/**
 * A closed range of HTTP status codes (RFC 9110, 15).
 *
 * @param first lowest status that fits, 100 to 599
 * @param last highest status that fits, {@code first} to 599
 */
public record StatusRange(int first, int last) {
    public StatusRange {
        if (first < 100 || last > 599 || first > last) {
            throw new IllegalArgumentException("not a range of HTTP statuses: " + first + "-" + last);
        }
    }

    /** Whether the status lies in this range, both ends included. */
    public boolean holds(int status) {
        return first <= status && status <= last;
    }

    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
