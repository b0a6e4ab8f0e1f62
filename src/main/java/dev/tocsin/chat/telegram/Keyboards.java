package dev.tocsin.chat.telegram;

import dev.tocsin.command.Desk;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Buttons under answers. Safe for use by many threads; a call may keep something in the store. */
record Keyboards(Keys keys) {
    private static final int LABEL = 40;

    /** What the answer suggests, and what may be chosen. */
    List<InlineKeyboardRow> of(Offer offer) {
        Map<String, InlineKeyboardRow> rows = new LinkedHashMap<>();
        for (Message.Suggestion each : offer.answer().suggestions()) {
            if (rows.size() < Shelf.ROWS) {
                add(rows, each.label(), each.command());
            }
        }
        List<InlineKeyboardRow> all = new ArrayList<>(rows.values());
        offer.shelf().ifPresent(shelf -> all.addAll(of(shelf)));
        return List.copyOf(all);
    }

    /** A row for each word, and one to leaf and search where there are more, or none. */
    List<InlineKeyboardRow> of(Shelf shelf) {
        Map<String, InlineKeyboardRow> rows = new LinkedHashMap<>();
        for (Desk.Candidate each : shelf.shown()) {
            String label = each.hint().isBlank() ? each.word() : each.word() + " · " + each.hint();
            add(rows, label, shelf.pick().with(each.word()));
        }
        List<InlineKeyboardRow> all = new ArrayList<>(rows.values());
        if (shelf.pages() > 1 || shelf.all() == 0) {
            all.add(leafing(shelf));
        }
        return List.copyOf(all);
    }

    private InlineKeyboardRow leafing(Shelf shelf) {
        Pick pick = shelf.pick();
        int page = pick.page();
        InlineKeyboardRow row = new InlineKeyboardRow();
        if (page > 0) {
            add(row, "◀", pick.at(page - 1).show());
        }
        if (shelf.pages() > 1) {
            add(row, (page + 1) + " of " + shelf.pages(), pick.show());
        }
        if (page + 1 < shelf.pages()) {
            add(row, "▶", pick.at(page + 1).show());
        }
        add(row, "Search", pick.of("").seek());
        return row;
    }

    private void add(Map<String, InlineKeyboardRow> rows, String label, String command) {
        InlineKeyboardRow row = new InlineKeyboardRow();
        add(row, label, command);
        if (!row.isEmpty()) {
            rows.putIfAbsent(row.getFirst().getCallbackData(), row);
        }
    }

    private void add(InlineKeyboardRow row, String label, String meant) {
        String text = OutsideText.cut(label, LABEL);
        keys.data(meant)
                .ifPresent(data -> row.add(InlineKeyboardButton.builder()
                        .text(text.isEmpty() ? "…" : text)
                        .callbackData(data)
                        .build()));
    }
}
