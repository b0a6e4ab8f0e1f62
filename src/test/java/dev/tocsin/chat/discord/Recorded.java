package dev.tocsin.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request that reached the fake's REST side, kept in order of arrival. */
final class Recorded {
    /** What a cut connection has instead of a status. */
    static final int CUT = -1;

    private static final int NONE_YET = 0;

    private final Instant at = Instant.now();
    private final String method;
    private final String path;
    private final Map<String, String> query;
    private final Map<String, List<String>> headers;
    private final Payload payload;
    private volatile int status = NONE_YET;

    Recorded(
            String method, String path, Map<String, String> query, Map<String, List<String>> headers, Payload payload) {
        this.method = method;
        this.path = path;
        this.query = Map.copyOf(query);
        this.headers = Map.copyOf(headers);
        this.payload = payload;
    }

    /** What a request carries: its JSON (a missing node when none) and its files. */
    record Payload(JsonNode json, List<Attached> files) {
        Payload {
            files = List.copyOf(files);
        }
    }

    Instant at() {
        return at;
    }

    String method() {
        return method;
    }

    /** The path behind {@code /api/v10}, such as {@code /channels/1/messages}. */
    String path() {
        return path;
    }

    Map<String, String> query() {
        return query;
    }

    /** The first value of the header, whatever the case of its name. */
    Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    Payload payload() {
        return payload;
    }

    JsonNode body() {
        return payload.json();
    }

    List<Attached> files() {
        return payload.files();
    }

    Optional<Attached> file(String name) {
        return files().stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** 0 while it is unanswered, {@link #CUT} when the connection was cut instead. */
    int status() {
        return status;
    }

    void answered(int code) {
        status = code;
    }

    @Override
    public String toString() {
        return method + " " + path + " -> " + status + " " + body();
    }
}
