package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chat.fake.Attached;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A message in the fake's world; read and changed under the world's lock. */
final class FakeMessage {
    static final int CROSSPOSTED = 1;
    static final int HAS_THREAD = 1 << 5;
    static final int EPHEMERAL = 1 << 6;
    static final int LOADING = 1 << 7;
    static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
    static final int COMPONENTS_V2 = 1 << 15;

    private final FakeWorld world;
    private final long id;
    private final FakeChannel channel;
    private final Instant at = Instant.now();
    private final List<Attached> files = new ArrayList<>();
    private final ArrayNode attachments = FakeJson.array();
    private String content = "";
    private JsonNode embeds = FakeJson.array();
    private JsonNode components = FakeJson.array();
    private OptionalLong repliesTo = OptionalLong.empty();
    private Optional<String> nonce = Optional.empty();
    private OptionalLong thread = OptionalLong.empty();
    private int flags;
    private int edits;
    private boolean pinned;
    private boolean mayPing;

    FakeMessage(FakeWorld world, FakeChannel channel) {
        this(world, channel, world.ids.next());
    }

    FakeMessage(FakeWorld world, FakeChannel channel, long id) {
        this.world = world;
        this.channel = channel;
        this.id = id;
    }

    /** The message that an interaction's user sees while the bot thinks. */
    static FakeMessage loading(FakeWorld world, FakeChannel channel, int flags) {
        FakeMessage message = new FakeMessage(world, channel);
        message.flags = LOADING | (flags & EPHEMERAL);
        return message;
    }

    FakeMessage write(Recorded.Payload payload) {
        JsonNode body = payload.json();
        flags = body.path("flags").asInt(0);
        take(payload);
        nonce = FakeJson.has(body, "nonce") ? Optional.of(body.get("nonce").asText()) : Optional.empty();
        mayPing = Pings.allowed(body);
        channel.written(id);
        return this;
    }

    void edit(Recorded.Payload payload) {
        boolean first = isLoading();
        int kept = flags & ~(LOADING | COMPONENTS_V2);
        flags = kept | (payload.json().path("flags").asInt(flags & COMPONENTS_V2) & COMPONENTS_V2);
        take(payload);
        mayPing |= (FakeJson.has(payload.json(), "content") || FakeJson.has(payload.json(), "components"))
                && Pings.allowed(payload.json());
        edits += first ? 0 : 1;
    }

    private void take(Recorded.Payload payload) {
        JsonNode body = payload.json();
        if (body.has("content")) {
            content = body.get("content").asText("");
        }
        if (body.has("embeds")) {
            embeds = shown(body.get("embeds"));
        }
        if (body.has("components")) {
            components = new Numbering().of(body.get("components"));
        }
        attach(payload);
    }

    private void attach(Recorded.Payload payload) {
        JsonNode kept = payload.json().path("attachments");
        if (kept.isArray()) {
            List<String> keep = new ArrayList<>();
            kept.forEach(each -> keep.add(each.path("id").asText()));
            files.removeIf(file -> !keep.contains(attachmentId(file)));
            attachments.removeIf(each -> !keep.contains(each.path("id").asText()));
        }
        payload.files().forEach(file -> {
            files.add(file);
            attachments.add(page(file, kept));
        });
    }

    private String attachmentId(Attached file) {
        for (JsonNode each : attachments) {
            if (each.path("filename").asText().equals(file.name())) {
                return each.path("id").asText();
            }
        }
        return "";
    }

    private ObjectNode page(Attached file, JsonNode described) {
        String url = "https://cdn.example/" + FakeJson.id(id) + "/" + file.name();
        ObjectNode page = FakeJson.object()
                .put("id", FakeJson.id(world.ids.next()))
                .put("filename", file.name())
                .put("size", file.size())
                .put("url", url)
                .put("proxy_url", url);
        described.forEach(each -> {
            if (file.field().equals("files[" + each.path("id").asText() + "]") && FakeJson.has(each, "description")) {
                page.put("description", each.get("description").asText());
            }
        });
        return page;
    }

    private static JsonNode shown(JsonNode written) {
        JsonNode copy = written.isArray() ? FakeJson.frozen(written) : FakeJson.array();
        copy.forEach(embed -> ((ObjectNode) embed).put("type", "rich"));
        return copy;
    }

    long id() {
        return id;
    }

    FakeChannel channel() {
        return channel;
    }

    Optional<String> nonce() {
        return nonce;
    }

    Instant at() {
        return at;
    }

    boolean isEphemeral() {
        return (flags & EPHEMERAL) != 0;
    }

    boolean isLoading() {
        return (flags & LOADING) != 0;
    }

    boolean isCrossposted() {
        return (flags & CROSSPOSTED) != 0;
    }

    boolean hasThread() {
        return thread.isPresent();
    }

    void crosspost() {
        flags |= CROSSPOSTED;
    }

    void replyTo(long message) {
        repliesTo = OptionalLong.of(message);
    }

    void startThread(long started) {
        thread = OptionalLong.of(started);
        flags |= HAS_THREAD;
    }

    void pin(boolean now) {
        pinned = now;
    }

    List<String> fileNames() {
        return files.stream().map(Attached::name).toList();
    }

    Posted posted() {
        Posted.Visibility visibility = isEphemeral() ? Posted.Visibility.EPHEMERAL : Posted.Visibility.ALL;
        Posted.Marks marks = new Posted.Marks(at, edits, visibility, pinned, isCrossposted(), thread, mayPing);
        return new Posted(
                id,
                channel.id(),
                content,
                FakeJson.frozen(embeds),
                FakeJson.frozen(components),
                repliesTo,
                nonce,
                List.copyOf(files),
                marks,
                json());
    }

    ObjectNode json() {
        ObjectNode page = FakeJson.object()
                .put("id", FakeJson.id(id))
                .put("channel_id", FakeJson.id(channel.id()))
                .put("type", repliesTo.isPresent() ? 19 : 0)
                .put("content", content)
                .put("timestamp", at.toString())
                .put("flags", flags)
                .put("pinned", pinned)
                .put("tts", false)
                .put("mention_everyone", false);
        page.set("author", world.bot.json());
        page.set("embeds", FakeJson.frozen(embeds));
        page.set("components", FakeJson.frozen(components));
        page.set("attachments", FakeJson.frozen(attachments));
        page.putArray("mentions");
        page.putArray("mention_roles");
        nonce.ifPresent(value -> page.put("nonce", value));
        edited(page);
        repliesTo.ifPresent(to -> page.putObject("message_reference")
                .put("type", 0)
                .put("message_id", FakeJson.id(to))
                .put("channel_id", FakeJson.id(channel.id())));
        return page;
    }

    private void edited(ObjectNode page) {
        if (edits == 0) {
            page.putNull("edited_timestamp");
            return;
        }
        page.put("edited_timestamp", Instant.now().toString());
    }
}
