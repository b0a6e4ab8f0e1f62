package dev.tocsin.chat.discord.fake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One route of the API and what answers it. */
record Route(String method, PathPattern pattern, Auth auth, Handler handler) {
    enum Auth {
        BOT,
        /** A token in the path says who asks. */
        IN_PATH
    }

    /** Answers a request; throws {@link Refusal} for an error of Discord. Runs under the world's lock. */
    interface Handler {
        Answer answer(Call call);
    }

    /** A request with the values of the pattern's braces. */
    record Call(Recorded request, List<String> values) {
        long id(int index) {
            try {
                return Long.parseUnsignedLong(values.get(index));
            } catch (NumberFormatException e) {
                throw new Refusal(FakeError.INVALID_FORM_BODY);
            }
        }

        String value(int index) {
            return values.get(index);
        }
    }

    Optional<Call> match(Recorded request) {
        if (!method.equals(request.method())) {
            return Optional.empty();
        }
        return pattern.match(request.path()).map(values -> new Call(request, values));
    }

    boolean postsMessage() {
        return method.equals("POST") && pattern.text().equals("/channels/{channel}/messages");
    }

    boolean isOfInteractions() {
        return auth == Auth.IN_PATH;
    }

    /** Discord's opaque name of the bucket. */
    String bucket() {
        return String.format(Locale.ROOT, "%08x", (method + pattern.text()).hashCode());
    }
}
