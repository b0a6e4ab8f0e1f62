package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;

/** The gateway's protocol over {@link GatewayServer}, and what tests do to it. */
public final class FakeGateway implements AutoCloseable {
    private static final int HEARTBEAT = 1;
    private static final int IDENTIFY = 2;
    private static final int PRESENCE = 3;
    private static final int RESUME = 6;
    private static final int RECONNECT = 7;
    private static final int INVALID_SESSION = 9;
    private static final int HELLO = 10;
    private static final int ACK = 11;

    /** Intents that a bot has to be allowed in the developer portal: members, presences, message content. */
    private static final int PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15;

    private final FakeWorld world;
    private final String token;
    private final Duration heartbeat;
    private final GatewayServer server;
    private final List<FakeSession> sessions = new ArrayList<>();
    private final List<JsonNode> identifies = new ArrayList<>();
    private final List<WebSocket> silent = new ArrayList<>();
    private int resumes;
    private int heartbeats;

    public FakeGateway(FakeWorld world, String token, Duration heartbeat) throws InterruptedException {
        this.world = world;
        this.token = token;
        this.heartbeat = heartbeat;
        server = new GatewayServer(this);
        server.open();
        world.connect(this::dispatch);
    }

    /** Such as {@code ws://127.0.0.1:40000/}. */
    public String address() {
        return "ws://127.0.0.1:" + server.getPort() + "/";
    }

    /** Drops every connection without a word; the sessions live on. */
    public void cut() {
        lines().forEach(line -> server.drop(line));
    }

    /** Op 9; {@code false} ends the session. */
    public void invalidSession(boolean resumable) {
        List<WebSocket> lines = lines();
        if (!resumable) {
            world.change(sessions::clear);
        }
        say(lines, FakeJson.object().put("op", INVALID_SESSION).put("d", resumable));
    }

    /** Op 7. */
    public void reconnect() {
        say(lines(), FakeJson.object().put("op", RECONNECT).putNull("d"));
    }

    /** Connections of this moment stay open, and nothing is said or acknowledged on them any more: zombies. */
    public void goSilent() {
        world.change(() -> {
            silent.addAll(lines());
            sessions.forEach(FakeSession::hangUp);
        });
    }

    /** While refused, a connection's handshake is answered with an error. */
    public void refuseConnections(boolean refuse) {
        server.refuse(refuse);
    }

    /** Closes every connection with that code, such as 4004. */
    public void closeWith(int code) {
        lines().forEach(line -> line.close(code, "closed by the test"));
    }

    /** Ends all sessions, so that the next resume is refused. */
    public void forgetSessions() {
        world.change(sessions::clear);
    }

    public int identifies() {
        return world.with(identifies::size);
    }

    /** What the last Identify said. */
    public Optional<JsonNode> lastIdentify() {
        return world.with(() -> identifies.isEmpty() ? Optional.empty() : Optional.of(identifies.getLast()));
    }

    public int resumes() {
        return world.with(() -> resumes);
    }

    public int heartbeats() {
        return world.with(() -> heartbeats);
    }

    /** How many sessions have a connection. */
    public long connected() {
        return world.with(() ->
                sessions.stream().filter(session -> session.line().isPresent()).count());
    }

    @Override
    public void close() {
        server.close();
    }

    public void opened(WebSocket line) {
        ObjectNode hello = FakeJson.object().put("op", HELLO);
        hello.putObject("d").put("heartbeat_interval", heartbeat.toMillis());
        line.send(hello.toString());
    }

    public void closed(WebSocket line, int code) {
        world.change(() -> {
            silent.remove(line);
            List<FakeSession> of = sessions.stream()
                    .filter(session -> session.line().equals(Optional.of(line)))
                    .toList();
            of.forEach(FakeSession::hangUp);
            if (code == CloseFrame.NORMAL || code == CloseFrame.GOING_AWAY) {
                sessions.removeAll(of);
            }
        });
    }

    public void heard(WebSocket line, String text) {
        JsonNode message = FakeJson.read(text);
        JsonNode data = message.path("d");
        if (world.with(() -> silent.contains(line))) {
            return;
        }
        switch (message.path("op").asInt(-1)) {
            case HEARTBEAT -> {
                world.change(() -> heartbeats++);
                line.send(FakeJson.object().put("op", ACK).toString());
            }
            case IDENTIFY -> identify(line, data);
            case RESUME -> resume(line, data);
            case PRESENCE -> {}
            default -> world.fault("gateway: unexpected " + text);
        }
    }

    private void identify(WebSocket line, JsonNode data) {
        world.change(() -> identifies.add(data));
        if (!data.path("token").asText().equals(token)) {
            line.close(4004, "Authentication failed.");
        } else if ((data.path("intents").asInt() & PRIVILEGED) != 0) {
            line.close(4014, "Disallowed intent(s).");
        } else {
            world.change(() -> welcome(new FakeSession(data, line)));
        }
    }

    private void welcome(FakeSession session) {
        sessions.removeIf(
                other -> other.shard() == session.shard() && other.line().isEmpty());
        sessions.add(session);
        List<Guild> guilds =
                inside().stream().filter(guild -> session.serves(guild.id())).toList();
        ObjectNode ready =
                FakeJson.object().put("v", 10).put("session_id", session.id()).put("resume_gateway_url", address());
        ready.set("user", world.bot.json());
        ready.putArray("private_channels");
        ready.putArray("shard").add(session.shard()).add(session.shards());
        ready.putObject("application").put("id", FakeJson.id(world.bot.id())).put("flags", 0);
        ArrayNode absent = ready.putArray("guilds");
        guilds.forEach(guild -> absent.add(GuildPage.absent(guild)));
        session.dispatch("READY", ready);
        guilds.stream()
                .filter(guild -> guild.standing() == Guild.Standing.INSIDE)
                .forEach(guild -> session.dispatch("GUILD_CREATE", GuildPage.full(world, guild)));
    }

    private List<Guild> inside() {
        return world.guilds.values().stream()
                .filter(guild -> guild.standing() != Guild.Standing.OUTSIDE)
                .toList();
    }

    private void resume(WebSocket line, JsonNode data) {
        Optional<FakeSession> session = world.with(() -> sessions.stream()
                .filter(each -> each.id().equals(data.path("session_id").asText()))
                .filter(each -> data.path("token").asText().equals(token))
                .findFirst());
        if (session.isEmpty()) {
            say(List.of(line), FakeJson.object().put("op", INVALID_SESSION).put("d", false));
            return;
        }
        world.change(() -> {
            resumes++;
            session.get().resume(line, data.path("seq").asInt());
        });
    }

    private void dispatch(long guild, String type, ObjectNode data) {
        world.change(() -> sessions.stream()
                .filter(session -> guild == 0 ? session.shard() == 0 : session.serves(guild))
                .forEach(session -> session.dispatch(type, data)));
    }

    private List<WebSocket> lines() {
        return world.with(() ->
                sessions.stream().flatMap(session -> session.line().stream()).toList());
    }

    private static void say(Collection<WebSocket> lines, ObjectNode what) {
        lines.stream().filter(WebSocket::isOpen).forEach(line -> line.send(what.toString()));
    }
}
