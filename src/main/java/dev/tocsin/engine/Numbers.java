package dev.tocsin.engine;

import dev.tocsin.core.incident.IncidentId;

/** The next free numbers. Used by the intake alone. */
final class Numbers {
    private long incident;
    private long delivery;
    private long mute;
    private long subscription;

    Numbers(Remembered remembered) {
        incident = remembered.lastIncident();
        delivery = remembered.lastDelivery();
        mute = remembered.lastMute();
        subscription = remembered.lastSubscription();
    }

    IncidentId incident() {
        return new IncidentId(++incident);
    }

    long delivery() {
        return ++delivery;
    }

    long mute() {
        return ++mute;
    }

    long subscription() {
        return ++subscription;
    }
}
