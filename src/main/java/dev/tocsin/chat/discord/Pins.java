package dev.tocsin.chat.discord;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import java.util.Optional;
import java.util.function.BiFunction;

/** Pins notices. Waits for Discord's answer. Safe for use by many threads. */
final class Pins {
    private final Session session;

    Pins(Session session) {
        this.session = session;
    }

    DeliveryResult pin(Receipt sent) {
        return called(sent, FarSpot::pin);
    }

    /** What is no more is not pinned. */
    DeliveryResult unpin(Receipt sent) {
        return called(sent, (spot, message) -> {
            Outcome outcome = spot.unpin(message);
            return outcome instanceof Outcome.Failed(Trouble.NoReply ignored)
                    ? new Outcome.Posted(new Place(spot.channel(), message))
                    : outcome;
        });
    }

    private DeliveryResult called(Receipt sent, BiFunction<FarSpot, Long, Outcome> call) {
        Optional<Place> place = Place.parse(sent);
        if (place.isEmpty()) {
            return new DeliveryResult.Rejected("no message of Discord's");
        }
        Optional<Found.Way> way = session.way();
        if (way.isEmpty()) {
            return new DeliveryResult.Deferred(Optional.empty(), "not connected to Discord now");
        }
        FarSpot spot = new FarSpot(way.get().jda(), place.get().channel());
        return switch (call.apply(spot, place.get().message())) {
            case Outcome.Posted ignored -> new DeliveryResult.Delivered(sent);
            case Outcome.Failed(Trouble.NoReply(String why)) -> new DeliveryResult.Rejected(why);
            case Outcome.Failed(Trouble.Gone(String why)) -> new DeliveryResult.Rejected(why);
            case Outcome.Failed(Trouble trouble) -> trouble.result();
        };
    }
}
