package dev.tocsin.engine;

/** The sides of the store. */
public record Stores(Ledger ledger, Outbox outbox, ObservationLog observationLog, Archive archive, Upkeep upkeep) {}
