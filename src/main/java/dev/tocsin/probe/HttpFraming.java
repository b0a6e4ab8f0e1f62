package dev.tocsin.probe;

import java.util.List;
import java.util.Optional;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Whether it is clear where an answer ends (RFC 9112, 6.3). Pure. */
final class HttpFraming {
    private HttpFraming() {}

    /** What is wrong with the lengths an answer names; empty where nothing is. */
    static Optional<String> fault(Response response) {
        @Nullable Response raw = response.networkResponse();
        List<String> lengths = raw == null ? List.of() : raw.headers("Content-Length");
        if (lengths.isEmpty()) {
            return Optional.empty();
        }
        String length = lengths.getFirst();
        if (!lengths.stream().allMatch(length::equals)) {
            return Optional.of("two different content lengths");
        }
        return isLength(length) ? Optional.empty() : Optional.of("content length " + Quote.of(length));
    }

    private static boolean isLength(String text) {
        return !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(one -> one >= '0' && one <= '9');
    }
}
