package dev.tocsin.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A message as it stands at the moment of asking. */
record Posted(
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
    record Marks(
            Instant at,
            int edits,
            Visibility visibility,
            boolean pinned,
            boolean crossposted,
            OptionalLong thread,
            boolean mayPing) {}

    enum Visibility {
        ALL,
        EPHEMERAL
    }

    int edits() {
        return marks.edits();
    }

    boolean pinned() {
        return marks.pinned();
    }

    boolean crossposted() {
        return marks.crossposted();
    }

    OptionalLong thread() {
        return marks.thread();
    }

    boolean mayPing() {
        return marks.mayPing();
    }

    boolean isEphemeral() {
        return marks.visibility() == Visibility.EPHEMERAL;
    }

    Instant at() {
        return marks.at();
    }

    JsonNode embed(int index) {
        return embeds.path(index);
    }

    /** Everything a reader sees of it, in one string: for tests that look for words. */
    String text() {
        return content + "\n" + embeds + "\n" + components;
    }
}
