package dev.tocsin.core.message;

/** A number of things in words: {@code 1 target}, {@code 2 targets}. Pure. */
public final class Counted {
    private Counted() {}

    /** The number and the thing; the plural takes an s. */
    public static String of(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
