package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** An answer of the REST side before it goes out. */
public final class Answer {
    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Map<String, String> headers;

    private Answer(int status, String contentType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = Map.copyOf(headers);
    }

    public static Answer of(int status, JsonNode json) {
        return new Answer(status, "application/json", FakeJson.bytes(json), Map.of());
    }

    public static Answer ok(JsonNode json) {
        return of(200, json);
    }

    /** 204 and nothing else. */
    public static Answer done() {
        return new Answer(204, "", new byte[0], Map.of());
    }

    /** A page as proxies in front of Discord make them. */
    public static Answer page(int status, String text) {
        byte[] html = ("<html><body>" + text + "</body></html>").getBytes(StandardCharsets.UTF_8);
        return new Answer(status, "text/html", html, Map.of());
    }

    public Answer with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Answer(status, contentType, body, all);
    }

    public int status() {
        return status;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] body() {
        return body.clone();
    }

    public Map<String, String> headers() {
        return headers;
    }
}
