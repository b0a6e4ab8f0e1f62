package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells those whom the end of the last process left without an answer. */
final class Apologies {
    private static final int TRIES = 40;
    private static final Message CUT = Message.of(
            Tone.WARNING,
            "The bot was stopped before it answered this; it may have been done or not, and is not done again.");

    private final Answers answers;
    private final Waits waits;

    Apologies(Answers answers, Waits waits) {
        this.answers = answers;
        this.waits = waits;
    }

    /** Returns when all were told, cannot be, or the thread is interrupted. */
    void run(List<Place> cut) {
        List<Place> left = new ArrayList<>(cut);
        Duration pause = waits.shortest();
        try {
            for (int tries = 0; tries < TRIES && !left.isEmpty(); tries++) {
                if (tries > 0) {
                    Thread.sleep(pause);
                    pause = waits.twice(pause);
                }
                left.removeIf(place -> answers.isTaken(place.address(), place.message(), Offer.plain(CUT)));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
