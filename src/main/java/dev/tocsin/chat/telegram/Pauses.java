package dev.tocsin.chat.telegram;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;

/** How long the next poll waits after one that failed, and what is said of it. Safe for use by many threads. */
final class Pauses implements BackOff {
    private static final Logger LOG = LoggerFactory.getLogger(Pauses.class);
    private static final String OTHER =
            "Another process polls Telegram with the same token, and Telegram gives each message"
                    + " to one of them alone: commands may go unheard here until it is stopped.";

    /** One such answer may be to a poll of our own that was cut; a second before as many good polls is no accident. */
    private static final int DOUBT = 10;

    private final PollLine line;
    private final Waits waits;
    private final Hearing hearing;
    private Duration last;
    private int others;
    private Token token = Token.ACCEPTED;
    private Rivals rivals = Rivals.NONE;
    private Way way = Way.UNKNOWN;
    private volatile Rest rest = Rest.OVER;
    private final AtomicBoolean unread = new AtomicBoolean();

    private enum Token {
        ACCEPTED,
        REFUSED
    }

    private enum Rivals {
        NONE,
        TOLD
    }

    /** Whether Telegram answers, as far as it is known. */
    enum Way {
        UNKNOWN,
        OPEN
    }

    /** Whether a pause is on: nothing is amiss where no poll ends in it. */
    enum Rest {
        ON,
        OVER
    }

    Pauses(PollLine line, Waits waits, Hearing hearing) {
        this.line = line;
        this.waits = waits;
        this.hearing = hearing;
        this.last = waits.shortest().dividedBy(2);
    }

    Rest rest() {
        return rest;
    }

    /** Where it is not known whether Telegram answers, a poll is to be short. */
    synchronized Way way() {
        return way;
    }

    /** A poll begins. */
    void over() {
        rest = Rest.OVER;
    }

    /** Whether the last answer could not be read; told once. */
    boolean takeUnread() {
        return unread.getAndSet(false);
    }

    /** A poll was answered. */
    @Override
    public synchronized void reset() {
        last = waits.shortest().dividedBy(2);
        if (way == Way.UNKNOWN) {
            way = Way.OPEN;
            hearing.heard();
        }
        if (token == Token.REFUSED) {
            token = Token.ACCEPTED;
            hearing.accepted();
        }
        others = Math.max(0, others - 1);
        if (others == 0) {
            rivals = Rivals.NONE;
        }
    }

    @Override
    public synchronized long nextBackOffMillis() {
        rest = Rest.ON;
        return next().toMillis();
    }

    /** The pause after what was said last. */
    synchronized Duration next() {
        way = Way.UNKNOWN;
        return switch (line.said()) {
            case PollLine.Said.Refused refused -> {
                if (token == Token.ACCEPTED) {
                    token = Token.REFUSED;
                    hearing.refused();
                }
                yield waits.refused();
            }
            case PollLine.Said.OtherPoller other -> {
                others += DOUBT;
                if (others > DOUBT && rivals == Rivals.NONE) {
                    rivals = Rivals.TOLD;
                    hearing.trouble(OTHER);
                }
                yield longer("another poll took its place");
            }
            case PollLine.Said.TooMany(Duration pause) -> {
                LOG.warn("Telegram asks for {} s without polls", pause.toSeconds());
                yield pause;
            }
            case PollLine.Said.Webhook webhook -> longer("a webhook is set, which is removed");
            case PollLine.Said.Answer answer -> {
                unread.set(true);
                yield longer("an answer that could not be read");
            }
            case PollLine.Said.Nothing(String why) -> longer(why);
        };
    }

    private Duration longer(String why) {
        last = waits.twice(last);
        LOG.warn("a poll of Telegram failed, the next is in {} ms: {}", last.toMillis(), why);
        return last;
    }
}
