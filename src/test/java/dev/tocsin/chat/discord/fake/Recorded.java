package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chat.fake.Attached;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request that reached the fake's REST side, kept in order of arrival. */
public final class Recorded {
    /** What a cut connection has instead of a status. */
    public static final int CUT = -1;

    private static final int NONE_YET = 0;

    private final Instant at = Instant.now();
    private final String method;
    private final String path;
    private final Map<String, String> query;
    private final Map<String, List<String>> headers;
    private final Payload payload;
    private volatile int status = NONE_YET;

    public Recorded(
            String method, String path, Map<String, String> query, Map<String, List<String>> headers, Payload payload) {
        this.method = method;
        this.path = path;
        this.query = Map.copyOf(query);
        this.headers = Map.copyOf(headers);
        this.payload = payload;
    }

    /** What a request carries: its JSON (a missing node when none) and its files. */
    public record Payload(JsonNode json, List<Attached> files) {
        public Payload {
            files = List.copyOf(files);
        }
    }

    public Instant at() {
        return at;
    }

    public String method() {
        return method;
    }

    /** The path behind {@code /api/v10}, such as {@code /channels/1/messages}. */
    public String path() {
        return path;
    }

    public Map<String, String> query() {
        return query;
    }

    /** The first value of the header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    public Map<String, List<String>> headers() {
        return headers;
    }

    public Payload payload() {
        return payload;
    }

    public JsonNode body() {
        return payload.json();
    }

    public List<Attached> files() {
        return payload.files();
    }

    public Optional<Attached> file(String name) {
        return files().stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** 0 while it is unanswered, {@link #CUT} when the connection was cut instead. */
    public int status() {
        return status;
    }

    public void answered(int code) {
        status = code;
    }

    @Override
    public String toString() {
        return method + " " + path + " -> " + status + " " + body();
    }
}
