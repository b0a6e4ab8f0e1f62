package dev.tocsin.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** An answer of the REST side before it goes out. */
final class Answer {
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

    static Answer of(int status, JsonNode json) {
        return new Answer(status, "application/json", FakeJson.bytes(json), Map.of());
    }

    static Answer ok(JsonNode json) {
        return of(200, json);
    }

    /** 204 and nothing else. */
    static Answer done() {
        return new Answer(204, "", new byte[0], Map.of());
    }

    /** A page as proxies in front of Discord make them. */
    static Answer page(int status, String text) {
        byte[] html = ("<html><body>" + text + "</body></html>").getBytes(StandardCharsets.UTF_8);
        return new Answer(status, "text/html", html, Map.of());
    }

    Answer with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return new Answer(status, contentType, body, all);
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body.clone();
    }

    Map<String, String> headers() {
        return headers;
    }
}
