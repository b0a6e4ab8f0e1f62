package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;

/** A session of the gateway: it outlives its connection, and keeps what it has said for a resume. */
final class FakeSession {
    private static final int TIME_SHIFT = 22;

    private final String id = UUID.randomUUID().toString();
    private final int shard;
    private final int shards;
    private final List<ObjectNode> said = new ArrayList<>();
    private Optional<WebSocket> line;

    FakeSession(JsonNode identify, WebSocket line) {
        this.shard = identify.path("shard").path(0).asInt(0);
        this.shards = identify.path("shard").path(1).asInt(1);
        this.line = Optional.of(line);
    }

    String id() {
        return id;
    }

    int shard() {
        return shard;
    }

    int shards() {
        return shards;
    }

    Optional<WebSocket> line() {
        return line;
    }

    void hangUp() {
        line = Optional.empty();
    }

    boolean serves(long guild) {
        return Long.remainderUnsigned(guild >>> TIME_SHIFT, shards) == shard;
    }

    void dispatch(String type, JsonNode data) {
        ObjectNode event =
                FakeJson.object().put("op", 0).put("s", said.size() + 1).put("t", type);
        event.set("d", data);
        said.add(event);
        send(event);
    }

    /** Takes the new connection, says again what came after {@code seen}, and ends with RESUMED. */
    void resume(WebSocket now, int seen) {
        line = Optional.of(now);
        said.subList(Math.min(seen, said.size()), said.size()).forEach(this::send);
        dispatch("RESUMED", FakeJson.object());
    }

    private void send(ObjectNode event) {
        line.filter(WebSocket::isOpen).ifPresent(open -> {
            try {
                open.send(event.toString());
            } catch (WebsocketNotConnectedException e) {
                // It closed in this moment; the event waits for a resume.
                line = Optional.empty();
            }
        });
    }
}
