package dev.tocsin.chat.telegram;

import dev.tocsin.core.delivery.Receipt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The messages that tell a notice, in order, without its files. Its receipt reads {@code chat/messages}, or {@code
 * chat/messages/topic}; messages are parted by commas, and one with a picture has the picture's mark behind it: {@code
 * -100123/41p5f2c09ae,42/7}.
 *
 * @param items at least one
 */
record Told(long chat, OptionalInt topic, List<Item> items) {
    private static final Pattern ITEM = Pattern.compile("(\\d{1,10})(?:p([0-9a-f]{8}))?");

    Told {
        items = List.copyOf(items);
    }

    /**
     * One message.
     *
     * @param picture the {@link Part.Photo#mark} of the picture that it shows; empty for words alone
     */
    record Item(int message, Optional<String> picture) {
        /** What was sent as that. */
        static Item of(int message, Part part) {
            return new Item(message, part instanceof Part.Photo photo ? Optional.of(photo.mark()) : Optional.empty());
        }

        private static Optional<Item> parse(String text) {
            Matcher matcher = ITEM.matcher(text);
            return matcher.matches()
                    ? Address.number(matcher.group(1)).map(id -> new Item(id, Optional.ofNullable(matcher.group(2))))
                    : Optional.empty();
        }

        private String text() {
            return message + picture.map(mark -> "p" + mark).orElse("");
        }
    }

    /** One message so far. */
    static Told of(Place place, Part part) {
        return new Told(place.chat(), place.topic(), List.of(Item.of(place.message(), part)));
    }

    static Optional<Told> parse(Receipt receipt) {
        String[] parts = receipt.message().split("/", -1);
        if (parts.length != 2 && parts.length != 3) {
            return Optional.empty();
        }
        Optional<Integer> topic = parts.length == 3 ? Address.number(parts[2]) : Optional.empty();
        List<Item> items = Arrays.stream(parts[1].split(",", -1))
                .flatMap(text -> Item.parse(text).stream())
                .toList();
        if ((parts.length == 3 && topic.isEmpty()) || items.size() != parts[1].split(",", -1).length) {
            return Optional.empty();
        }
        OptionalInt thread = topic.map(OptionalInt::of).orElse(OptionalInt.empty());
        return Address.chat(parts[0]).map(chat -> new Told(chat, thread, items));
    }

    Receipt receipt() {
        String messages = items.stream().map(Item::text).collect(Collectors.joining(","));
        return new Receipt(chat + "/" + messages + (topic.isPresent() ? "/" + topic.getAsInt() : ""));
    }

    int size() {
        return items.size();
    }

    Place at(int index) {
        return new Place(chat, items.get(index).message(), topic);
    }

    /** What answers and files refer to. */
    Place first() {
        return at(0);
    }

    boolean isPictured() {
        return items.getFirst().picture().isPresent();
    }

    /** With that one at the index, or behind all. */
    Told with(int index, Item item) {
        List<Item> all = new ArrayList<>(items);
        if (index < all.size()) {
            all.set(index, item);
        } else {
            all.add(item);
        }
        return new Told(chat, topic, all);
    }

    Told withoutLast() {
        return new Told(chat, topic, items.subList(0, items.size() - 1));
    }
}
