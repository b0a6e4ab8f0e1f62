package dev.tocsin.chat.discord;

import dev.tocsin.command.Role;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import net.dv8tion.jda.api.components.buttons.Button;

/** Answers of more than one page, kept for a while so that people can turn over. Safe for use by many threads. */
final class Pages {
    static final String PREFIX = "page:";
    private static final int MOST = 500;
    /** Characters of all that is kept, documents too. */
    private static final long ROOM = 20_000_000;

    private final Map<Long, Kept> kept = new LinkedHashMap<>();
    private long filled;
    private final AtomicLong numbers = new AtomicLong(new SecureRandom().nextLong(Long.MAX_VALUE >> 1));

    /**
     * One answer.
     *
     * @param role the least a reader must be
     */
    record Kept(Sheet sheet, Role role) {
        long length() {
            return sheet.pages().stream().mapToLong(String::length).sum()
                    + sheet.files().documents().stream()
                            .mapToLong(document -> document.text().length())
                            .sum();
        }
    }

    /** One page of a kept answer. */
    record Turned(Kept answer, int page, List<Button> buttons) {}

    /** The buttons under the first page; none where there is but one. */
    synchronized List<Button> keep(Sheet sheet, Role role) {
        if (sheet.pages().size() == 1) {
            return List.of();
        }
        long number = numbers.incrementAndGet();
        Kept answer = new Kept(sheet, role);
        kept.put(number, answer);
        filled += answer.length();
        while (kept.size() > 1 && (kept.size() > MOST || filled > ROOM)) {
            filled -= Objects.requireNonNull(
                            kept.remove(kept.keySet().iterator().next()))
                    .length();
        }
        return buttons(number, 0, sheet.pages().size());
    }

    /** The page a button asks for; nothing where the answer is not kept any more. */
    synchronized Optional<Turned> turn(String id) {
        String[] parts = id.substring(PREFIX.length()).split("/", -1);
        Optional<Long> number = Place.id(parts[0]);
        Optional<Long> page = parts.length == 2 ? Place.id(parts[1]) : Optional.empty();
        if (number.isEmpty() || page.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(kept.get(number.get()))
                .filter(answer -> page.get() < answer.sheet().pages().size())
                .map(answer -> new Turned(
                        answer,
                        page.get().intValue(),
                        buttons(
                                number.get(),
                                page.get().intValue(),
                                answer.sheet().pages().size())));
    }

    private static List<Button> buttons(long number, int page, int pages) {
        Button back = Button.secondary(PREFIX + number + "/" + Math.max(0, page - 1) + (page == 0 ? "-" : ""), "◀");
        Button next = Button.secondary(PREFIX + number + "/" + (page + 1), "▶");
        Button place = Button.secondary(PREFIX + number + "/at", (page + 1) + " of " + pages)
                .asDisabled();
        return List.of(page == 0 ? back.asDisabled() : back, place, page + 1 == pages ? next.asDisabled() : next);
    }
}
