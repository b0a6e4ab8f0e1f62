package dev.tocsin.chat.telegram;

/** What came of one call. */
sealed interface Outcome {
    record Posted(Place place) implements Outcome {}

    record Failed(Trouble trouble) implements Outcome {}
}
