package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chat.fake.Attached;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A message as it stands at the moment of asking.
 *
 * @param text the text or caption as readers see it, without markup
 * @param markup its inline keyboard; a missing node when it has none
 */
public record Posted(
        long id,
        long chat,
        String text,
        JsonNode entities,
        JsonNode markup,
        List<Attached> files,
        Marks marks,
        JsonNode json) {

    /**
     * What has happened to a message.
     *
     * @param edits how often it was changed since it was first shown
     */
    public record Marks(Instant at, int edits, OptionalLong repliesTo, OptionalLong topic, Set<FakeMessage.Mark> set) {}

    public int edits() {
        return marks.edits();
    }

    public OptionalLong repliesTo() {
        return marks.repliesTo();
    }

    public OptionalLong topic() {
        return marks.topic();
    }

    public boolean isSilent() {
        return marks.set().contains(FakeMessage.Mark.SILENT);
    }

    public boolean isPinned() {
        return marks.set().contains(FakeMessage.Mark.PINNED);
    }

    public boolean hasBareLinks() {
        return marks.set().contains(FakeMessage.Mark.BARE_LINKS);
    }

    /** The {@code callback_data} of its buttons, row by row. */
    public List<String> buttons() {
        List<String> data = new ArrayList<>();
        for (JsonNode row : markup.path("inline_keyboard")) {
            StreamSupport.stream(row.spliterator(), false)
                    .filter(button -> button.has("callback_data"))
                    .forEach(button -> data.add(button.path("callback_data").asText()));
        }
        return data;
    }

    /** The part of the text that the entity of that type covers first; empty when there is none. */
    public String first(String type) {
        for (JsonNode entity : entities) {
            if (entity.path("type").asText().equals(type)) {
                int offset = entity.path("offset").asInt();
                return text.substring(offset, offset + entity.path("length").asInt());
            }
        }
        return "";
    }
}
