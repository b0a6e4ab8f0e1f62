package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * A message as texts that Telegram takes one by one: every tag is closed in the text that opens it, and none has more
 * characters or entities than Telegram shows. Pure.
 */
final class Pages {
    /** UTF-16 units after the markup is read. Source: https://core.telegram.org/bots/api#sendmessage */
    static final int TEXT = 4_096;
    /** The same of what stands under a picture. */
    static final int CAPTION = 1_024;
    /** Telegram overlooks the entities of a message beyond these. */
    static final int ENTITIES = 100;

    private Pages() {}

    /** At least one; none is blank unless all of the message is. */
    static List<String> of(Message message) {
        return of(Rows.of(message), TEXT);
    }

    static List<String> of(List<Row> rows, int most) {
        List<String> pages = new ArrayList<>();
        List<Row> page = new ArrayList<>();
        int length = 0;
        int entities = 0;
        for (Row row : rows.stream()
                .flatMap(each -> each.within(most, ENTITIES).stream())
                .toList()) {
            if (!page.isEmpty() && (length + 1 + row.length() > most || entities + row.entities() > ENTITIES)) {
                pages.add(html(page));
                page.clear();
                length = 0;
                entities = 0;
            }
            length += row.length() + (page.isEmpty() ? 0 : 1);
            entities += row.entities();
            page.add(row);
        }
        pages.add(html(page));
        return pages;
    }

    /** Fixed lines that follow each other are one block. */
    private static String html(List<Row> rows) {
        List<String> blocks = new ArrayList<>();
        List<String> fixed = new ArrayList<>();
        for (Row row : rows) {
            if (row.isFixed()) {
                fixed.add(row.text());
            } else {
                close(fixed, blocks);
                blocks.add(row.html());
            }
        }
        close(fixed, blocks);
        return String.join("\n", blocks);
    }

    private static void close(List<String> fixed, List<String> blocks) {
        boolean blank = fixed.stream().allMatch(String::isEmpty);
        if (!fixed.isEmpty()) {
            blocks.add(blank ? "" : Html.fixed(fixed));
            fixed.clear();
        }
    }
}
