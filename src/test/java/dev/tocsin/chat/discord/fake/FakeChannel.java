package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;

/** A channel, thread or direct message channel. */
public final class FakeChannel {
    /** Discord's numbers of the channel types that the fake knows. */
    public enum Type {
        TEXT(0),
        DIRECT(1),
        VOICE(2),
        CATEGORY(4),
        ANNOUNCEMENT(5),
        ANNOUNCEMENT_THREAD(10),
        THREAD(11),
        STAGE(13),
        FORUM(15);

        private final int code;

        Type(int code) {
            this.code = code;
        }
    }

    private final long id;
    private final Type type;
    private final String name;
    private final Optional<Guild> guild;
    private final Optional<FakeChannel> parent;
    private final Optional<FakeUser> recipient;
    private final String created = OffsetDateTime.now(ZoneOffset.UTC).toString();
    private long owner;
    private long granted;
    private long denied;
    private boolean archived;
    private OptionalLong lastMessage = OptionalLong.empty();

    private FakeChannel(
            long id,
            Type type,
            String name,
            Optional<Guild> guild,
            Optional<FakeChannel> parent,
            Optional<FakeUser> to) {
        this.id = id;
        this.type = type;
        this.name = name;
        this.guild = guild;
        this.parent = parent;
        this.recipient = to;
    }

    public static FakeChannel in(Guild guild, long id, Type type, String name) {
        return new FakeChannel(id, type, name, Optional.of(guild), Optional.empty(), Optional.empty());
    }

    public static FakeChannel thread(FakeChannel parent, long id, String name, long owner) {
        Type type = parent.type == Type.ANNOUNCEMENT ? Type.ANNOUNCEMENT_THREAD : Type.THREAD;
        FakeChannel thread = new FakeChannel(id, type, name, parent.guild, Optional.of(parent), Optional.empty());
        thread.owner = owner;
        return thread;
    }

    public static FakeChannel direct(long id, FakeUser to) {
        return new FakeChannel(id, Type.DIRECT, to.name(), Optional.empty(), Optional.empty(), Optional.of(to));
    }

    public long id() {
        return id;
    }

    public Type type() {
        return type;
    }

    public String name() {
        return name;
    }

    public Optional<Guild> guild() {
        return guild;
    }

    public Optional<FakeChannel> parent() {
        return parent;
    }

    public Optional<FakeUser> recipient() {
        return recipient;
    }

    public boolean isThread() {
        return type == Type.THREAD || type == Type.ANNOUNCEMENT_THREAD;
    }

    public boolean isArchived() {
        return archived;
    }

    public void archive(boolean now) {
        archived = now;
    }

    public void written(long message) {
        lastMessage = OptionalLong.of(message);
    }

    /** What the bot may here beyond, or short of, its permissions in the guild: Discord's bits. */
    public void overwrite(long allow, long deny) {
        granted = (granted | allow) & ~deny;
        denied = (denied | deny) & ~allow;
    }

    public long apply(long permissions) {
        FakeChannel ruling = parent.orElse(this);
        return (permissions & ~ruling.denied) | ruling.granted;
    }

    public ObjectNode json(FakeUser bot) {
        ObjectNode channel = FakeJson.object()
                .put("id", FakeJson.id(id))
                .put("type", type.code)
                .put("flags", 0);
        lastMessage.ifPresentOrElse(
                last -> channel.put("last_message_id", FakeJson.id(last)), () -> channel.putNull("last_message_id"));
        recipient.ifPresent(user -> channel.putArray("recipients").add(user.json()));
        guild.ifPresent(in -> fill(channel, in, bot));
        return channel;
    }

    private void fill(ObjectNode channel, Guild in, FakeUser bot) {
        channel.put("name", name).put("guild_id", FakeJson.id(in.id())).put("nsfw", false);
        channel.put("rate_limit_per_user", 0).put("position", 0);
        channel.putNull("topic");
        parent.ifPresentOrElse(
                above -> channel.put("parent_id", FakeJson.id(above.id)), () -> channel.putNull("parent_id"));
        if (isThread()) {
            fillThread(channel);
            return;
        }
        ArrayNode overwrites = channel.putArray("permission_overwrites");
        if ((granted | denied) != 0) {
            overwrites
                    .addObject()
                    .put("id", FakeJson.id(bot.id()))
                    .put("type", 1)
                    .put("allow", Long.toString(granted))
                    .put("deny", Long.toString(denied));
        }
        if (type == Type.VOICE || type == Type.STAGE) {
            channel.put("bitrate", 64_000).put("user_limit", 0).putNull("rtc_region");
        }
        if (type == Type.FORUM) {
            channel.putArray("available_tags");
            channel.put("default_forum_layout", 0).putNull("default_sort_order");
        }
    }

    private void fillThread(ObjectNode channel) {
        channel.put("owner_id", FakeJson.id(owner))
                .put("member_count", 1)
                .put("message_count", 0)
                .put("total_message_sent", 0);
        channel.putArray("applied_tags");
        channel.putObject("thread_metadata")
                .put("archived", archived)
                .put("locked", false)
                .put("auto_archive_duration", 1440)
                .put("archive_timestamp", created)
                .put("create_timestamp", created);
    }
}
