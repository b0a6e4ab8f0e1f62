package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;

/** Posts and looks up messages as the bot may; its methods throw {@link Refusal} and run under the world's lock. */
final class Poster {
    private final FakeWorld world;
    private final Set<Long> closed = new HashSet<>();
    private Duration nonceWindow = Duration.ofMinutes(5);

    Poster(FakeWorld world) {
        this.world = world;
    }

    /** How long a nonce is remembered: a few minutes by Discord's word. */
    void nonceWindow(Duration window) {
        nonceWindow = window;
    }

    /** Direct messages to that user are refused with 50007. */
    void close(long user) {
        closed.add(user);
    }

    FakeMessage post(FakeChannel channel, Recorded.Payload payload) {
        mayPost(channel, payload);
        Optional<FakeMessage> same = sameNonce(channel, payload.json());
        if (same.isPresent()) {
            return same.get();
        }
        if (channel.type() == FakeChannel.Type.FORUM) {
            throw new Refusal(FakeError.WRONG_CHANNEL_TYPE);
        }
        FakeMessage message = new FakeMessage(world, channel).write(payload);
        reference(channel, payload.json()).ifPresent(message::replyTo);
        channel.archive(false);
        return keep(message);
    }

    FakeMessage keep(FakeMessage message) {
        world.messages.put(message.id(), message);
        return message;
    }

    private void mayPost(FakeChannel channel, Recorded.Payload payload) {
        if (channel.recipient().map(FakeUser::id).filter(closed::contains).isPresent()) {
            throw new Refusal(FakeError.CANNOT_MESSAGE_USER);
        }
        require(channel, channel.isThread() ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND);
        mayCarry(channel, payload);
    }

    void mayCarry(FakeChannel channel, Recorded.Payload payload) {
        if (!payload.json().path("embeds").isEmpty()) {
            require(channel, Permission.MESSAGE_EMBED_LINKS);
        }
        if (!payload.files().isEmpty()) {
            require(channel, Permission.MESSAGE_ATTACH_FILES);
        }
    }

    /** Seeing the channel comes first: without it Discord says 50001. */
    void require(FakeChannel channel, Permission permission) {
        see(channel);
        if (channel.guild().filter(guild -> !guild.botHas(channel, permission)).isPresent()) {
            throw new Refusal(FakeError.MISSING_PERMISSIONS);
        }
    }

    /** The channel, when the bot can see it. */
    FakeChannel see(FakeChannel channel) {
        Optional<Guild> guild = channel.guild();
        boolean hidden = guild.filter(
                        in -> in.standing() == Guild.Standing.OUTSIDE || !in.botHas(channel, Permission.VIEW_CHANNEL))
                .isPresent();
        if (hidden) {
            throw new Refusal(FakeError.MISSING_ACCESS);
        }
        return channel;
    }

    private Optional<FakeMessage> sameNonce(FakeChannel channel, JsonNode body) {
        if (!FakeJson.has(body, "nonce") || !body.path("enforce_nonce").asBoolean(false)) {
            return Optional.empty();
        }
        Optional<String> nonce = Optional.of(body.get("nonce").asText());
        return world.messages.values().stream()
                .filter(message -> message.channel() == channel)
                .filter(message -> message.nonce().equals(nonce))
                .filter(message -> message.at().plus(nonceWindow).isAfter(Instant.now()))
                .findFirst();
    }

    private Optional<Long> reference(FakeChannel channel, JsonNode body) {
        JsonNode reference = body.path("message_reference");
        if (!reference.has("message_id")) {
            return Optional.empty();
        }
        if (channel.guild()
                .filter(guild -> !guild.botHas(channel, Permission.MESSAGE_HISTORY))
                .isPresent()) {
            throw new Refusal(FakeError.REPLY_WITHOUT_HISTORY);
        }
        long id = reference.path("message_id").asLong();
        boolean there = Optional.ofNullable(world.messages.get(id))
                .filter(message -> message.channel() == channel)
                .isPresent();
        if (there) {
            return Optional.of(id);
        }
        if (reference.path("fail_if_not_exists").asBoolean(true)) {
            Complaints complaints = new Complaints();
            complaints.add("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
            complaints.refuse();
        }
        return Optional.empty();
    }
}
