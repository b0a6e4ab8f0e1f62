package dev.tocsin.engine;

/** The four sides of the store. */
public record Stores(Ledger ledger, Outbox outbox, ObservationLog observationLog, Archive archive) {}
