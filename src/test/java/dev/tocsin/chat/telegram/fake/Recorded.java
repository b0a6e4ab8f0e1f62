package dev.tocsin.chat.telegram.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request that reached the fake, kept in order of arrival; the token stands masked in it. */
public final class Recorded {
    /** What a cut connection has instead of a status. */
    public static final int CUT = -1;

    private static final int NONE_YET = 0;

    private final Instant at;
    private final String path;
    private final String method;
    private final Map<String, List<String>> headers;
    private final Parameters parameters;
    private volatile int status = NONE_YET;

    /**
     * A request that nobody has answered.
     *
     * @param at by the fake's clock
     * @param path with the token masked
     * @param method the last step of the path, as it was written
     */
    public Recorded(Instant at, String path, String method, Map<String, List<String>> headers, Parameters parameters) {
        this.at = at;
        this.path = path;
        this.method = method;
        this.headers = Map.copyOf(headers);
        this.parameters = parameters;
    }

    public Instant at() {
        return at;
    }

    /** Such as {@code /bot***}{@code /sendMessage}. */
    public String path() {
        return path;
    }

    /** As it was written; Telegram takes it in any case. */
    public String method() {
        return method;
    }

    public boolean calls(String name) {
        return method.equalsIgnoreCase(name);
    }

    public Parameters parameters() {
        return parameters;
    }

    /** What {@code chat_id} says; empty when there is none. */
    public Optional<String> chat() {
        return parameters.text("chat_id");
    }

    /** The first value of the header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    /** 0 while it is unanswered, {@link #CUT} when the connection was cut instead. */
    public int status() {
        return status;
    }

    void answered(int code) {
        status = code;
    }

    @Override
    public String toString() {
        return path + " -> " + status + " " + parameters.json() + " " + parameters.files();
    }
}
