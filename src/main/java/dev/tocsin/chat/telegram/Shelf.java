package dev.tocsin.chat.telegram;

import dev.tocsin.command.Desk;
import java.util.List;

/**
 * A page of the words that fit a pick. Pure.
 *
 * @param pick with the page that is shown, which there is
 * @param shown of that page
 * @param all how many words fit, on every page
 */
record Shelf(Pick pick, List<Desk.Candidate> shown, int all) {
    /** Words on a page. */
    static final int ROWS = 8;

    Shelf {
        shown = List.copyOf(shown);
    }

    /** That page of those words; the last one where there are not so many. */
    static Shelf of(Pick pick, List<Desk.Candidate> fitting) {
        int page = Math.clamp(pick.page(), 0, pages(fitting.size()) - 1);
        List<Desk.Candidate> shown =
                fitting.stream().skip((long) page * ROWS).limit(ROWS).toList();
        return new Shelf(pick.at(page), shown, fitting.size());
    }

    int pages() {
        return pages(all);
    }

    private static int pages(int words) {
        return Math.max(1, Math.ceilDiv(words, ROWS));
    }
}
