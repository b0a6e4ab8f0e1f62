package dev.tocsin.chat.telegram;

import dev.tocsin.engine.Memo;
import dev.tocsin.engine.StoreUnavailable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far updates were taken, and which of them are not done with, kept together over restarts. They are written down
 * before they are acted on: none is acted on twice, and what a crash cuts is known afterwards, so that its asker can be
 * told. Safe for use by many threads.
 */
final class Offset {
    private static final Logger LOG = LoggerFactory.getLogger(Offset.class);
    private static final int RECENT = 2_000;
    /** What is kept of those that are not done with. */
    private static final int UNDONE = 200;

    private static final Pattern CUT = Pattern.compile("\\d{1,10} (\\S{1,60})");
    /**
     * Polls without an update after which Telegram is asked for whatever it has. Ids start anew after a week without any;
     * all up to the last one are confirmed by then. Source: https://core.telegram.org/bots/api#update
     */
    static final int SILENCE = 500;

    private final Memo memo;
    private final String name;
    private final Set<Integer> recent = new LinkedHashSet<>();
    private final Map<Integer, Place> undone = new LinkedHashMap<>();
    private final List<Place> cut;
    private int last;
    private int silence;

    /** Begins where the last process ended. */
    Offset(Memo memo, String bot) {
        this.memo = memo;
        this.name = "telegram/offset/" + bot;
        List<String> kept = kept();
        this.last = kept.stream()
                .findFirst()
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
        this.cut = kept.stream().skip(1).flatMap(line -> place(line).stream()).toList();
    }

    /** What the next poll asks for. */
    synchronized int next() {
        silence++;
        return last == 0 || silence > SILENCE ? 0 : last + 1;
    }

    /**
     * Those of these ids that nobody has acted on, in their order; they count as acted on from now.
     *
     * @param awaited where somebody waits for an answer, by id; to be done with by {@link #done}
     */
    synchronized List<Integer> take(List<Integer> ids, Map<Integer, Place> awaited) {
        List<Integer> fresh = ids.stream().filter(recent::add).toList();
        while (recent.size() > RECENT) {
            recent.remove(recent.iterator().next());
        }
        if (!fresh.isEmpty()) {
            silence = 0;
            last = fresh.getLast();
            awaited.forEach((id, place) -> {
                if (fresh.contains(id) && undone.size() < UNDONE) {
                    undone.put(id, place);
                }
            });
            keep();
        }
        return fresh;
    }

    /** That one was answered, or needed no answer. */
    synchronized void done(int id) {
        if (undone.remove(id) != null) {
            keep();
        }
    }

    /** Where the last process left somebody without an answer. */
    List<Place> cut() {
        return cut;
    }

    /** Leaves one out. */
    void skip(int id) {
        List<Integer> left = take(List.of(id), Map.of());
        assert left.size() <= 1;
    }

    private static Optional<Place> place(String line) {
        Matcher matcher = CUT.matcher(line);
        return matcher.matches() ? Place.parse(matcher.group(1)) : Optional.empty();
    }

    private List<String> kept() {
        try {
            return memo.read(name).stream().flatMap(String::lines).toList();
        } catch (StoreUnavailable trouble) {
            LOG.warn("how far Telegram's updates were taken is not known: {}", trouble.text());
            return List.of();
        }
    }

    private void keep() {
        try {
            List<String> lines = new ArrayList<>(List.of(Integer.toString(last)));
            undone.forEach((id, place) -> lines.add(id + " " + place.text()));
            memo.write(name, String.join("\n", lines));
        } catch (RuntimeException trouble) {
            LOG.warn("how far Telegram's updates were taken is not kept: {}", trouble.getMessage());
        }
    }
}
