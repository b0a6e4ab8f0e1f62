package dev.tocsin.chat.discord;

import dev.tocsin.core.delivery.Receipt;
import java.util.Optional;

/** Where a message is: in a forum, the thread that was opened for it. Its receipt reads {@code channel/message}. */
record Place(long channel, long message) {
    Receipt receipt() {
        return new Receipt(channel + "/" + message);
    }

    static Optional<Place> parse(Receipt receipt) {
        String[] parts = receipt.message().split("/", -1);
        return parts.length != 2
                ? Optional.empty()
                : id(parts[0]).flatMap(channel -> id(parts[1]).map(message -> new Place(channel, message)));
    }

    /** A snowflake: at most 20 digits that fit 63 bits. */
    static Optional<Long> id(String text) {
        if (!text.matches("\\d{1,20}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException tooLong) {
            return Optional.empty();
        }
    }
}
