package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The methods that the fake knows, by name; Telegram takes names in any case. */
final class Methods {
    static final JsonNode TRUE = BooleanNode.TRUE;

    private static final String NAMES_OF_POSTS = "sendmessage|sendphoto|senddocument";
    private static final String NAMES_OF_EDITS =
            "editmessagetext|editmessagecaption|editmessagemedia|editmessagereplymarkup";

    private final Map<String, Method> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Answers a call with its result; throws {@link Refusal} for an error of Telegram. Runs under the world's lock. */
    interface Method {
        JsonNode answer(Parameters given);
    }

    Methods(Stream<Map<String, Method>> groups) {
        groups.forEach(all::putAll);
    }

    Optional<Method> find(String name) {
        return Optional.ofNullable(all.get(name));
    }

    /** Whether the call posts a message. */
    static boolean posts(Recorded request) {
        return request.method().toLowerCase(Locale.ROOT).matches(NAMES_OF_POSTS);
    }

    static boolean edits(Recorded request) {
        return request.method().toLowerCase(Locale.ROOT).matches(NAMES_OF_EDITS);
    }
}
