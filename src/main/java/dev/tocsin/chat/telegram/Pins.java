package dev.tocsin.chat.telegram;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Pins notices by their first messages. Waits for Telegram's answer. Safe for use by many threads. */
final class Pins {
    private final Pen pen;
    private final Gate gate;

    Pins(Pen pen, Gate gate) {
        this.pen = pen;
        this.gate = gate;
    }

    DeliveryResult pin(Receipt sent) {
        return called(sent, pen::pin);
    }

    /** What is not pinned, or no more, is as it is to be. */
    DeliveryResult unpin(Receipt sent) {
        return called(sent, place -> {
            Outcome outcome = pen.unpin(place);
            return outcome instanceof Outcome.Failed(Trouble.NoMessage ignored) ? new Outcome.Posted(place) : outcome;
        });
    }

    private DeliveryResult called(Receipt sent, Function<Place, Outcome> call) {
        Optional<Place> known = Told.parse(sent).map(Told::first);
        if (known.isEmpty()) {
            return new DeliveryResult.Rejected("no message of Telegram's");
        }
        Place place = known.get();
        Optional<Trouble> forbids = gate.forbids(place.chat(), Limits.Purpose.EDIT);
        Outcome outcome = forbids.isPresent() ? new Outcome.Failed(forbids.get()) : call.apply(place);
        return switch (outcome) {
            case Outcome.Posted ignored -> new DeliveryResult.Delivered(sent);
            case Outcome.Failed(Trouble.Moved ignored) ->
                new DeliveryResult.Rejected("the message is in a group that is a supergroup now");
            case Outcome.Failed(Trouble trouble) ->
                gate.failed(new Address(place.chat(), OptionalInt.empty()), trouble);
        };
    }
}
