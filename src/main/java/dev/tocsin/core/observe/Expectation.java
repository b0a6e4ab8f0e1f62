package dev.tocsin.core.observe;

/**
 * One thing that was expected of a service, and what was found.
 *
 * @param found in a few words; from outside, at most 200 characters
 */
public record Expectation(String wanted, String found, Result result) {
    private static final int LIMIT = 200;

    public Expectation {
        if (found.length() > LIMIT) {
            found = found.substring(0, LIMIT - 1) + "…";
        }
    }

    public enum Result {
        MET,
        MISSED
    }
}
