package dev.tocsin.chat.telegram;

import dev.tocsin.engine.Memo;
import dev.tocsin.engine.StoreUnavailable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far updates were taken, kept over restarts. It is written down before they are acted on: after a crash an update may
 * be lost, whose asker sees that nothing came, and none is acted on twice. Safe for use by many threads.
 */
final class Offset {
    private static final Logger LOG = LoggerFactory.getLogger(Offset.class);
    private static final int RECENT = 2_000;
    /**
     * Polls without an update after which Telegram is asked for whatever it has. Ids start anew after a week without any;
     * all up to the last one are confirmed by then. Source: https://core.telegram.org/bots/api#update
     */
    static final int SILENCE = 500;

    private final Memo memo;
    private final String name;
    private final Set<Integer> recent = new LinkedHashSet<>();
    private int last;
    private int silence;

    /** Begins where the last process ended. */
    Offset(Memo memo, String bot) {
        this.memo = memo;
        this.name = "telegram/offset/" + bot;
        this.last = kept();
    }

    /** What the next poll asks for. */
    synchronized int next() {
        silence++;
        return last == 0 || silence > SILENCE ? 0 : last + 1;
    }

    /** Those of these ids that nobody has acted on, in their order; they count as acted on from now. */
    synchronized List<Integer> take(List<Integer> ids) {
        List<Integer> fresh = ids.stream().filter(recent::add).toList();
        while (recent.size() > RECENT) {
            recent.remove(recent.iterator().next());
        }
        if (!fresh.isEmpty()) {
            silence = 0;
            last = fresh.getLast();
            keep();
        }
        return fresh;
    }

    /** Leaves one out. */
    void skip(int id) {
        List<Integer> left = take(List.of(id));
        assert left.size() <= 1;
    }

    private int kept() {
        try {
            return memo.read(name)
                    .filter(text -> text.matches("\\d{1,9}"))
                    .map(Integer::parseInt)
                    .or(() -> Optional.of(0))
                    .get();
        } catch (StoreUnavailable trouble) {
            LOG.warn("how far Telegram's updates were taken is not known: {}", trouble.text());
            return 0;
        }
    }

    private void keep() {
        try {
            memo.write(name, Integer.toString(last));
        } catch (RuntimeException trouble) {
            LOG.warn("how far Telegram's updates were taken is not kept: {}", trouble.getMessage());
        }
    }
}
