package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer before it goes out. */
public final class Answer {
    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Map<String, String> headers;

    Answer(int status, String contentType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body.clone();
        this.headers = Map.copyOf(headers);
    }

    /** {@code ok} and the result. */
    static Answer ok(JsonNode result) {
        JsonNode page = FakeJson.object().put("ok", true).set("result", result);
        return new Answer(200, "application/json", FakeJson.bytes(page), Map.of());
    }

    /** Words that are meant to be JSON. */
    public static Answer words(int status, String json) {
        return new Answer(status, "application/json", json.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** A page as proxies in front of Telegram make them. */
    public static Answer page(int status, String text) {
        byte[] html = ("<html>\r\n<head><title>" + text + "</title></head>\r\n<body><center><h1>" + text
                        + "</h1></center></body>\r\n</html>")
                .getBytes(StandardCharsets.UTF_8);
        return new Answer(status, "text/html", html, Map.of());
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
