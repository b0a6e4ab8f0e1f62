package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A place in a body, and the means to measure what is there. Lengths are code points, as Discord counts.
 *
 * @param path the place's fields and indices joined by dots; empty at the top
 */
record Measure(Complaints complaints, JsonNode node, String path) {

    Measure in(String field) {
        return new Measure(complaints, node.path(field), join(field));
    }

    /** The items of the array in that field. */
    List<Measure> each(String field) {
        return in(field).each();
    }

    List<Measure> each() {
        List<Measure> all = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            all.add(new Measure(complaints, node.path(i), join(Integer.toString(i))));
        }
        return all;
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    String text(String field) {
        return node.path(field).asText("");
    }

    int length(String field) {
        String text = text(field);
        return text.codePointCount(0, text.length());
    }

    void atMost(String field, int most) {
        if (length(field) > most) {
            complain(field, "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length, not " + length(field));
        }
    }

    /** A text that has to be there. */
    void length(String field, int least, int most) {
        if (text(field).strip().length() < least) {
            complain(field, "BASE_TYPE_REQUIRED", "This field is required");
        }
        atMost(field, most);
    }

    void sizeAtMost(String field, int most) {
        if (node.path(field).size() > most) {
            complain(field, "BASE_TYPE_MAX_LENGTH", "Must be " + most + " or fewer in length");
        }
    }

    void size(String field, int least, int most) {
        if (node.path(field).size() < least) {
            complain(field, "BASE_TYPE_MIN_LENGTH", "Must be " + least + " or more in length");
        }
        sizeAtMost(field, most);
    }

    void oneOf(String field, int... values) {
        if (has(field)
                && Arrays.stream(values)
                        .noneMatch(value -> value == node.path(field).asInt())) {
            complain(field, "BASE_TYPE_CHOICES", "Must be one of " + Arrays.toString(values));
        }
    }

    /** No two items of the array have the same text in {@code key}. */
    void distinct(String field, String key) {
        Set<String> seen = new HashSet<>();
        for (Measure item : each(field)) {
            if (item.has(key) && !seen.add(item.text(key))) {
                item.complain(key, "DUPLICATE", key + " is there twice: " + item.text(key));
            }
        }
    }

    void complain(String field, String code, String message) {
        complaints.add(join(field), code, message);
    }

    private String join(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
