package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.Message.Suggestion;
import dev.tocsin.core.message.OutsideText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Suggestions as buttons, each of which carries its command as it is written. Pure. */
final class Buttons {
    /** Bytes that a button carries. Source: https://core.telegram.org/bots/api#inlinekeyboardbutton */
    static final int BYTES = 64;

    private static final int LABEL = 40;
    private static final int ROW = 2;
    private static final int MOST = 100;

    private Buttons() {}

    /** Nothing where there are none. */
    static Optional<InlineKeyboardMarkup> of(List<Suggestion> suggestions) {
        List<InlineKeyboardButton> buttons = suggestions.stream()
                .filter(Buttons::fits)
                .limit(MOST)
                .map(Buttons::button)
                .toList();
        List<InlineKeyboardRow> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i += ROW) {
            rows.add(new InlineKeyboardRow(buttons.subList(i, Math.min(i + ROW, buttons.size()))));
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(InlineKeyboardMarkup.builder().keyboard(rows).build());
    }

    /** Whether a button has room for it; the others are written out. */
    static boolean fits(Suggestion suggestion) {
        int bytes = suggestion.command().getBytes(StandardCharsets.UTF_8).length;
        return bytes >= 1
                && bytes <= BYTES
                && !OutsideText.clean(suggestion.label()).isEmpty();
    }

    private static InlineKeyboardButton button(Suggestion suggestion) {
        return InlineKeyboardButton.builder()
                .text(OutsideText.cut(suggestion.label(), LABEL))
                .callbackData(suggestion.command())
                .build();
    }
}
