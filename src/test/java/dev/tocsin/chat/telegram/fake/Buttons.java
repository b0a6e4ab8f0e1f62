package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Presses of buttons and their answers. */
final class Buttons {
    private final World world;
    private final Updates updates;
    private final Map<String, Pressed> presses = new HashMap<>();

    Buttons(World world, Updates updates) {
        this.world = world;
        this.updates = updates;
    }

    Map<String, Methods.Method> all() {
        return Map.of("answerCallbackQuery", this::answer);
    }

    private JsonNode answer(Parameters given) {
        Pressed pressed = given.text("callback_query_id")
                .flatMap(id -> Optional.ofNullable(presses.get(id)))
                .orElseThrow(() -> new Refusal(FakeError.QUERY_TOO_OLD));
        Pressed.Form form = given.isSet("show_alert") ? Pressed.Form.ALERT : Pressed.Form.NOTE;
        pressed.answer(new Pressed.Reply(given.text("text").orElse(""), form));
        return Methods.TRUE;
    }

    /** Fails when the message has no such button. */
    Pressed press(FakePerson who, FakeMessage message, String data) {
        if (!message.posted().buttons().contains(data)) {
            throw new IllegalArgumentException(
                    "no button " + data + " among " + message.posted().buttons());
        }
        Pressed pressed = new Pressed(world, Long.toString(5_000_000_000L + presses.size()));
        presses.put(pressed.id(), pressed);
        ObjectNode query = FakeJson.object()
                .put("id", pressed.id())
                .put("chat_instance", Long.toString(-message.chat().id()))
                .put("data", data);
        query.set("from", who.json());
        query.set("message", message.json());
        updates.add("callback_query", query);
        return pressed;
    }
}
