package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Texts and captions: their markup, and how long they are after it is read. */
final class Words {
    /** UTF-16 units; Telegram counts characters, so this is never more than it takes. */
    static final int TEXT = 4_096;

    static final int CAPTION = 1_024;

    private Words() {}

    /** The styled text, or none where Telegram could not read it. */
    static Styled of(Parameters parameters, Slot slot) {
        return read(parameters, slot) instanceof Reading.Read read ? read.styled() : Styled.NONE;
    }

    /** Where a text stands among the parameters, and how long it may be. */
    enum Slot {
        TEXT("text", "entities", Words.TEXT),
        CAPTION("caption", "caption_entities", Words.CAPTION);

        private final String field;
        private final String entities;
        private final int most;

        Slot(String field, String entities, int most) {
            this.field = field;
            this.entities = entities;
            this.most = most;
        }

        String field() {
            return field;
        }
    }

    static void check(Parameters parameters, Slot slot, Complaints complaints) {
        switch (read(parameters, slot)) {
            case Reading.Unreadable(String why) -> complaints.refuse(FakeError.unparsable(why));
            case Reading.Read(Styled styled, List<String> careless) -> {
                careless.forEach(each -> complaints.note(slot.field + ": " + each));
                length(styled.text(), slot, complaints);
            }
        }
    }

    private static void length(String text, Slot slot, Complaints complaints) {
        if (slot == Slot.TEXT && text.isEmpty()) {
            complaints.refuse(FakeError.TEXT_EMPTY);
        }
        if (text.length() > slot.most) {
            complaints.refuse(slot == Slot.TEXT ? FakeError.TEXT_TOO_LONG : FakeError.CAPTION_TOO_LONG);
        }
        for (int i = 0; i < text.length(); i++) {
            int point = text.codePointAt(i);
            if (Character.getType(point) == Character.SURROGATE) {
                complaints.refuse(FakeError.bad("strings must be encoded in UTF-8"));
                return;
            }
            i += Character.charCount(point) - 1;
        }
    }

    private static Reading read(Parameters parameters, Slot slot) {
        String text = parameters.text(slot.field).orElse("");
        String mode = parameters.text("parse_mode").orElse("");
        return switch (mode.toUpperCase(Locale.ROOT)) {
            case "" -> plain(text, parameters.structure(slot.entities));
            case "HTML" ->
                !parameters.structure(slot.entities).isEmpty()
                        ? new Reading.Unreadable("both parse_mode and " + slot.entities)
                        : HtmlReader.read(text);
            default -> new Reading.Unreadable("the fake reads HTML alone, not " + mode);
        };
    }

    private static Reading plain(String text, JsonNode given) {
        List<Entity> entities = new ArrayList<>();
        for (JsonNode each : given) {
            Entity entity = new Entity(
                    each.path("type").asText(),
                    each.path("offset").asInt(-1),
                    each.path("length").asInt(),
                    Map.of());
            if (entity.offset() < 0 || entity.length() <= 0 || entity.end() > text.length()) {
                return new Reading.Unreadable("entity beyond the text: " + each);
            }
            if (splits(text, entity.offset()) || splits(text, entity.end())) {
                return new Reading.Unreadable("entity begins in a middle of a UTF-16 symbol: " + each);
            }
            entities.add(entity);
        }
        return new Reading.Read(new Styled(text.strip(), entities), List.of());
    }

    private static boolean splits(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }
}
