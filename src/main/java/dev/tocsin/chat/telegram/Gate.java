package dev.tocsin.chat.telegram;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.notice.ChannelRef;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether something may be sent somewhere now, and what an answer of Telegram's means for what follows. Safe for use by
 * many threads.
 */
final class Gate {
    private final Limits limits;
    private final Rests rests;
    private final Admission admission;

    Gate(Limits limits, Rests rests, Admission admission) {
        this.limits = limits;
        this.rests = rests;
        this.admission = admission;
    }

    /** Counts a call that is about to be made; or what forbids it, and it does not count. */
    Optional<Trouble> forbids(long chat, Limits.Purpose purpose) {
        Optional<Long> successor = rests.successor(chat);
        if (successor.isPresent()) {
            return successor.map(Trouble.Moved::new);
        }
        Optional<String> asleep = rests.asleep(chat);
        if (asleep.isPresent()) {
            return Optional.of(new Trouble.Passing(Optional.of(Trouble.PAUSE), asleep.get()));
        }
        return limits.take(chat, purpose)
                .map(wait -> admission
                        .refusal()
                        .<Trouble>map(why -> new Trouble.Passing(Optional.of(wait), why))
                        .orElse(new Trouble.NotYet(wait)));
    }

    /** Counts an answer that is about to be sent; or how long to wait first, and it does not count. */
    Optional<Duration> speak(long chat) {
        return limits.take(chat, Limits.Purpose.ANSWER);
    }

    /** Telegram asks to wait for that long before anything else is sent there. */
    void told(long chat, Duration pause) {
        limits.pause(chat, pause);
    }

    Rests rests() {
        return rests;
    }

    /** Telegram refuses the token: nothing is sent for a while. */
    void refused() {
        admission.refused();
        limits.pause(Trouble.PAUSE);
    }

    void accepted() {
        admission.accepted();
    }

    /** Telegram took something there. */
    void took(long chat) {
        admission.accepted();
        rests.seen(chat);
    }

    /** What became of a delivery that met this. */
    DeliveryResult failed(Address at, Trouble trouble) {
        return switch (trouble) {
            case Trouble.Passing(Optional<Duration> retryAfter, String why) ->
                new DeliveryResult.Deferred(retryAfter, why);
            case Trouble.NotYet(Duration turn) -> new DeliveryResult.Paced(turn);
            case Trouble.TooMany(Duration retryAfter) -> {
                limits.pause(at.chat(), retryAfter);
                yield new DeliveryResult.Deferred(Optional.of(retryAfter), "Telegram asks to wait");
            }
            case Trouble.Unknown(String why) -> new DeliveryResult.Uncertain(why);
            case Trouble.Away(String why) -> {
                rests.sleep(at.chat(), why);
                yield later(why);
            }
            case Trouble.NoChat(String why) -> {
                Optional<Duration> doubted = rests.doubt(at.chat());
                yield doubted.isPresent() ? later(why) : new DeliveryResult.Gone(why);
            }
            case Trouble.Moved(long to) ->
                new DeliveryResult.Moved(
                        new ChannelRef(TelegramChat.PLATFORM, at.in(to).text()));
            case Trouble.Unauthorised() -> {
                refused();
                yield later(Admission.REFUSAL);
            }
            case Trouble.NotAllowed(String why) -> later(why);
            case Trouble.NoTopic(String why) -> later(why);
            case Trouble.NoReply(String why) -> later(why);
            case Trouble.NoMessage(String why) -> new DeliveryResult.Rejected(why);
            case Trouble.Unreadable(String why) -> new DeliveryResult.Rejected(why);
            case Trouble.Refused(String why) -> new DeliveryResult.Rejected(why);
            case Trouble.Unchanged() -> new DeliveryResult.Rejected("Telegram sees no change in it");
        };
    }

    private static DeliveryResult later(String why) {
        return new DeliveryResult.Deferred(Optional.of(Trouble.PAUSE), why);
    }
}
