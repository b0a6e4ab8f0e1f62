package dev.tocsin.engine;

/** Whether a part of the store works. */
sealed interface StoreNews {
    /** What it is about: {@code looks}, {@code changes}, {@code rollups} or the {@code file} itself. */
    String part();

    record Working(String part) implements StoreNews {}

    /** The text is for an operator. */
    record Failing(String part, String text) implements StoreNews {}
}
