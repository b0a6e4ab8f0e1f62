package dev.tocsin.core.target;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an HTTP answer must be to count as working.
 *
 * @param status statuses that count; never empty
 * @param body tests of the first {@code 1 MiB} of the body, decompressed; all must hold
 * @param headers by name, a regular expression that is found in the value
 */
public record HttpExpectation(List<StatusRange> status, List<BodyTest> body, Map<String, String> headers) {
    public HttpExpectation {
        if (status.isEmpty()) {
            throw new IllegalArgumentException("at least one status must count as working");
        }
        status = List.copyOf(status);
        body = List.copyOf(body);
        headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
