package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.chat.fake.Attached;
import java.util.List;
import java.util.Optional;

/**
 * What a message holds.
 *
 * @param markup its buttons; a missing node when there are none
 */
record Content(Kind kind, Styled words, List<Attached> files, JsonNode markup) {
    enum Kind {
        TEXT,
        PHOTO,
        DOCUMENT
    }

    Content {
        files = List.copyOf(files);
    }

    static Content text(Styled words, JsonNode markup) {
        return new Content(Kind.TEXT, words, List.of(), inline(markup));
    }

    /** Other keyboards are the chat's and not the message's. */
    static JsonNode inline(JsonNode markup) {
        return markup.path("inline_keyboard").isEmpty() ? FakeJson.missing() : markup;
    }

    Content saying(Styled other, JsonNode buttons) {
        return new Content(kind, other, files, inline(buttons));
    }

    Content withButtons(JsonNode buttons) {
        return new Content(kind, words, files, inline(buttons));
    }

    void describe(ObjectNode page) {
        boolean text = kind == Kind.TEXT;
        if (!words.text().isEmpty()) {
            page.put(text ? "text" : "caption", words.text());
        }
        if (!words.entities().isEmpty()) {
            page.set(text ? "entities" : "caption_entities", words.entitiesJson());
        }
        if (!markup.isMissingNode()) {
            page.set("reply_markup", markup);
        }
        files.forEach(file -> describe(page, file));
    }

    private void describe(ObjectNode page, Attached file) {
        String id = "file-" + Integer.toHexString(file.hashCode());
        if (kind == Kind.PHOTO) {
            Optional<java.awt.image.BufferedImage> picture = MediaLimits.picture(file);
            ArrayNode sizes = page.putArray("photo");
            sizes.addObject()
                    .put("file_id", id)
                    .put("file_unique_id", id)
                    .put("width", picture.map(each -> each.getWidth()).orElse(1))
                    .put("height", picture.map(each -> each.getHeight()).orElse(1))
                    .put("file_size", file.size());
        } else {
            page.putObject("document")
                    .put("file_id", id)
                    .put("file_unique_id", id)
                    .put("file_name", file.name())
                    .put("file_size", file.size());
        }
    }
}
