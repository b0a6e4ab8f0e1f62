package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Shapes and limits of {@code reply_markup}. */
final class Markup {
    static final int DATA_BYTES = 64;
    /** Telegram's clients show no more in a row, and its server takes no more in all. */
    static final int ROW = 8;

    static final int BUTTONS = 100;

    private static final Set<String> KINDS = Set.of("inline_keyboard", "keyboard", "remove_keyboard", "force_reply");
    private static final List<String> ACTIONS = List.of(
            "url",
            "callback_data",
            "web_app",
            "login_url",
            "switch_inline_query",
            "switch_inline_query_current_chat",
            "switch_inline_query_chosen_chat",
            "copy_text",
            "callback_game",
            "pay");

    private Markup() {}

    static void check(Recorded request, Complaints complaints) {
        Parameters parameters = request.parameters();
        if (parameters.text("reply_markup").isEmpty()) {
            return;
        }
        JsonNode markup = parameters.structure("reply_markup");
        long kinds = KINDS.stream().filter(markup::has).count();
        if (!markup.isObject() || kinds != 1) {
            complaints.refuse(FakeError.bad("object expected as reply markup"), markup.toString());
            return;
        }
        if (Methods.edits(request) && !markup.has("inline_keyboard")) {
            complaints.refuse(FakeError.bad("inline keyboard expected"));
        }
        rows(markup.path("inline_keyboard"), complaints);
        keyboard(markup.path("keyboard"), complaints);
    }

    private static void rows(JsonNode rows, Complaints complaints) {
        int buttons = 0;
        for (JsonNode row : rows) {
            if (!row.isArray() || row.isEmpty() || row.size() > ROW) {
                complaints.note("a row of " + row.size() + " buttons");
            }
            row.forEach(button -> button(button, complaints));
            buttons += row.size();
        }
        if (buttons > BUTTONS) {
            complaints.refuse(FakeError.bad("reply markup is too long"));
        }
    }

    private static void button(JsonNode button, Complaints complaints) {
        if (button.path("text").asText("").isBlank()) {
            complaints.refuse(FakeError.bad("inline keyboard button text is empty"), button.toString());
        }
        long actions = ACTIONS.stream().filter(button::hasNonNull).count();
        if (actions != 1) {
            complaints.refuse(
                    FakeError.bad("can't parse inline keyboard button: exactly one action is needed"),
                    button.toString());
        }
        JsonNode data = button.path("callback_data");
        if (!data.isMissingNode() && !fits(data.asText())) {
            complaints.refuse(FakeError.BUTTON_DATA_INVALID, data.toString());
        }
        String url = button.path("url").asText("https:");
        if (!url.startsWith("http:") && !url.startsWith("https:") && !url.startsWith("tg:")) {
            complaints.refuse(FakeError.bad("BUTTON_URL_INVALID"), url);
        }
    }

    private static boolean fits(String data) {
        int bytes = data.getBytes(StandardCharsets.UTF_8).length;
        return bytes >= 1 && bytes <= DATA_BYTES;
    }

    private static void keyboard(JsonNode rows, Complaints complaints) {
        boolean empty = StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .anyMatch(button -> button.isTextual()
                        ? button.asText().isBlank()
                        : button.path("text").asText("").isBlank());
        if (empty) {
            complaints.refuse(FakeError.bad("keyboard button text is empty"));
        }
    }
}
