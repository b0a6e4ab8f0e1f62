package dev.tocsin.chat.telegram;

import java.util.OptionalInt;

/**
 * Where a message is to stand.
 *
 * @param topic empty for the general one
 * @param reply the message in the same chat that is answered
 */
record Spot(long chat, OptionalInt topic, OptionalInt reply) {
    static Spot at(Address address) {
        return new Spot(address.chat(), address.topic(), OptionalInt.empty());
    }

    /** Answers that message, where that stands. */
    static Spot answering(Place place) {
        return new Spot(place.chat(), place.topic(), OptionalInt.of(place.message()));
    }

    /** In the same topic as that message. */
    static Spot beside(Place place) {
        return new Spot(place.chat(), place.topic(), OptionalInt.empty());
    }

    Spot alone() {
        return new Spot(chat, topic, OptionalInt.empty());
    }

    /** What is answered stands in a topic that cannot be written in: nothing is answered here. */
    Spot inGeneral() {
        return new Spot(chat, OptionalInt.empty(), OptionalInt.empty());
    }
}
