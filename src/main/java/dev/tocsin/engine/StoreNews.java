package dev.tocsin.engine;

/** Whether a part of the store takes what is written. */
sealed interface StoreNews {
    /** What was written: {@code looks} or {@code changes}. */
    String part();

    record Working(String part) implements StoreNews {}

    /** The text is for an operator. */
    record Failing(String part, String text) implements StoreNews {}
}
