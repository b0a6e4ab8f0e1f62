package dev.tocsin.engine;

/** The sides of the store. */
public record Stores(
        Ledger ledger, Outbox outbox, ObservationLog observationLog, Archive archive, Upkeep upkeep, Atlas atlas) {
    /** Those of a store that keeps nothing of where targets stand. */
    public Stores(Ledger ledger, Outbox outbox, ObservationLog observationLog, Archive archive, Upkeep upkeep) {
        this(ledger, outbox, observationLog, archive, upkeep, Atlas.BLANK);
    }
}
