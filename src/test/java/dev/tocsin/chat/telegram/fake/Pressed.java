package dev.tocsin.chat.telegram.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A button that somebody pressed, and what the bot answered to it. */
public final class Pressed {
    /** How long a question waits where it is not told. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final World world;
    private final String id;
    private final Instant at;
    private Optional<Reply> reply = Optional.empty();
    private boolean expired;

    /**
     * What the person sees of the answer.
     *
     * @param text empty when only the button stops waiting
     */
    public record Reply(String text, Form form) {}

    /** How the text is shown. */
    public enum Form {
        NOTE,
        ALERT
    }

    Pressed(World world, String id) {
        this.world = world;
        this.id = id;
        this.at = world.clock.instant();
    }

    public String id() {
        return id;
    }

    public Instant at() {
        return at;
    }

    /** The bot's answer; waits for it. */
    public Reply reply() {
        return world.await(PATIENCE, () -> "an answer to the button of query " + id, () -> reply);
    }

    public boolean isAnswered() {
        return world.with(reply::isPresent);
    }

    /** From now on an answer is refused, as after some seconds. */
    public void expire() {
        world.change(() -> expired = true);
    }

    void answer(Reply with) {
        if (expired || reply.isPresent()) {
            throw new Refusal(FakeError.QUERY_TOO_OLD);
        }
        reply = Optional.of(with);
    }
}
