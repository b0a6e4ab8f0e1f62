package dev.tocsin.chat.telegram;

import dev.tocsin.command.Role;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Answers of more than one page, kept for a while so that people can turn over. Safe for use by many threads. */
final class Turning {
    static final String PREFIX = "page:";
    private static final Pattern PLACE = Pattern.compile("page:(\\d{1,18})/(\\d{1,4})");
    private static final int MOST = 500;
    /** Characters of all that is kept. */
    private static final long ROOM = 20_000_000;

    private final Map<Long, Kept> kept = new LinkedHashMap<>();
    private final AtomicLong numbers = new AtomicLong(new SecureRandom().nextLong(1L << 40));
    private long filled;

    /**
     * One answer.
     *
     * @param pages in Telegram's HTML
     * @param rows of buttons that stand under every page
     * @param role the least a reader must be
     */
    record Kept(List<String> pages, List<InlineKeyboardRow> rows, Role role) {
        long length() {
            return pages.stream().mapToLong(String::length).sum();
        }
    }

    /** One page of a kept answer, with all its buttons. */
    record Turned(String page, List<InlineKeyboardRow> rows, Role role) {}

    /** The first page; nothing is kept where there is but one. */
    synchronized Turned keep(Kept answer) {
        if (answer.pages().size() == 1) {
            return new Turned(answer.pages().getFirst(), answer.rows(), answer.role());
        }
        long number = numbers.incrementAndGet();
        kept.put(number, answer);
        filled += answer.length();
        while (kept.size() > 1 && (kept.size() > MOST || filled > ROOM)) {
            filled -= Objects.requireNonNull(
                            kept.remove(kept.keySet().iterator().next()))
                    .length();
        }
        return turned(number, answer, 0);
    }

    /** The page a button asks for; nothing where the answer is not kept any more. */
    synchronized Optional<Turned> turn(String data) {
        Matcher place = PLACE.matcher(data);
        if (!place.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(place.group(1));
        int page = Integer.parseInt(place.group(2));
        return Optional.ofNullable(kept.get(number))
                .filter(answer -> page < answer.pages().size())
                .map(answer -> turned(number, answer, page));
    }

    private static Turned turned(long number, Kept answer, int page) {
        int pages = answer.pages().size();
        InlineKeyboardRow turning = new InlineKeyboardRow();
        if (page > 0) {
            turning.add(button("◀", PREFIX + number + "/" + (page - 1)));
        }
        turning.add(button((page + 1) + " of " + pages, PREFIX + number + "/" + page));
        if (page + 1 < pages) {
            turning.add(button("▶", PREFIX + number + "/" + (page + 1)));
        }
        List<InlineKeyboardRow> rows = new ArrayList<>(List.of(turning));
        rows.addAll(answer.rows());
        return new Turned(answer.pages().get(page), rows, answer.role());
    }

    private static InlineKeyboardButton button(String text, String data) {
        return InlineKeyboardButton.builder().text(text).callbackData(data).build();
    }
}
