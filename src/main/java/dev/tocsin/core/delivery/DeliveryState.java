package dev.tocsin.core.delivery;

import dev.tocsin.core.notice.Decision;
import java.time.Instant;
import java.util.Objects;

/** Where one delivery stands. */
public sealed interface DeliveryState {
    /**
     * Waits to be sent.
     *
     * @param attempts how often it was tried, 0 or more
     * @param due not before this instant
     * @param lastError what the last attempt met; empty before the first
     * @param arrival whether one of the attempts may have got through
     */
    record Pending(int attempts, Instant due, String lastError, Arrival arrival) implements DeliveryState {
        /** Older stores hold none without an arrival. */
        public Pending {
            arrival = Objects.requireNonNullElse(arrival, Arrival.NONE);
        }

        /** Not tried yet. */
        public static Pending untried(Instant due) {
            return new Pending(0, due, "", Arrival.NONE);
        }

        /** Whether an attempt was made; one whose lease ran out may have been. */
        public boolean isTried() {
            return attempts > 0 || arrival == Arrival.POSSIBLE;
        }

        /** The same, due then. */
        public Pending at(Instant then) {
            return new Pending(attempts, then, lastError, arrival);
        }

        /** The same, with an attempt behind it whose outcome nobody knows. */
        public Pending perhapsArrived() {
            return new Pending(attempts, due, lastError, Arrival.POSSIBLE);
        }
    }

    /** Whether a channel may have the message already, though nobody said so. */
    enum Arrival {
        NONE,
        POSSIBLE
    }

    record Delivered(Receipt receipt, Instant at, int attempts) implements DeliveryState {}

    /** Kept back on purpose. */
    record Held(Decision.HoldReason reason, String detail) implements DeliveryState {}

    /** Given up, because the platform refused it for good. */
    record Rejected(String why, Instant at) implements DeliveryState {}
}
