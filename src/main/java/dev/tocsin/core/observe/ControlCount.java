package dev.tocsin.core.observe;

/**
 * How many controls answered in one round.
 *
 * @param answering controls that answered, 0 to {@code of}
 * @param of controls that were asked
 */
public record ControlCount(int answering, int of) {
    @Override
    public String toString() {
        return answering + "/" + of;
    }
}
