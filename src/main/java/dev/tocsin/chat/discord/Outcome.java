package dev.tocsin.chat.discord;

/** What came of writing in one place. */
sealed interface Outcome {
    record Posted(Place place) implements Outcome {}

    record Failed(Trouble trouble) implements Outcome {}
}
