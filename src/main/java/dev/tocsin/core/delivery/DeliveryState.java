package dev.tocsin.core.delivery;

import dev.tocsin.core.notice.Decision;
import java.time.Instant;

/** Where one delivery stands. */
public sealed interface DeliveryState {
    /**
     * Waits to be sent.
     *
     * @param attempts how often it was tried, 0 or more
     * @param due not before this instant
     * @param lastError what the last attempt met; empty before the first
     */
    record Pending(int attempts, Instant due, String lastError) implements DeliveryState {}

    record Delivered(Receipt receipt, Instant at, int attempts) implements DeliveryState {}

    /** Kept back on purpose. */
    record Held(Decision.HoldReason reason, String detail) implements DeliveryState {}

    /** Given up, because the platform refused it for good. */
    record Rejected(String why, Instant at) implements DeliveryState {}
}
