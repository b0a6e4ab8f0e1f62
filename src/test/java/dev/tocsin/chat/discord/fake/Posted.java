package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chat.fake.Attached;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A message as it stands at the moment of asking. */
public record Posted(
        long id,
        long channel,
        String content,
        JsonNode embeds,
        JsonNode components,
        OptionalLong repliesTo,
        Optional<String> nonce,
        List<Attached> files,
        Marks marks,
        JsonNode json) {

    /**
     * What has happened to a message.
     *
     * @param edits how often it was changed since it was first shown
     * @param thread the thread that was started from it
     * @param mayPing whether the request that wrote it, or one that edited it, left any mention allowed
     */
    public record Marks(
            Instant at,
            int edits,
            Visibility visibility,
            boolean pinned,
            boolean crossposted,
            OptionalLong thread,
            boolean mayPing) {}

    public enum Visibility {
        ALL,
        EPHEMERAL
    }

    public int edits() {
        return marks.edits();
    }

    public boolean pinned() {
        return marks.pinned();
    }

    public boolean crossposted() {
        return marks.crossposted();
    }

    public OptionalLong thread() {
        return marks.thread();
    }

    public boolean mayPing() {
        return marks.mayPing();
    }

    public boolean isEphemeral() {
        return marks.visibility() == Visibility.EPHEMERAL;
    }

    public Instant at() {
        return marks.at();
    }

    public JsonNode embed(int index) {
        return embeds.path(index);
    }

    /** Everything a reader sees of it, in one string: for tests that look for words. */
    public String text() {
        return content + "\n" + embeds + "\n" + components;
    }
}
