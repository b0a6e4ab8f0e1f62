package dev.tocsin.engine;

import java.time.Instant;

/**
 * Who asked for what, and what came of it.
 *
 * @param command as typed, secrets masked
 * @param result one line
 */
public record AuditEntry(Instant at, String who, String where, String command, String result) {}
