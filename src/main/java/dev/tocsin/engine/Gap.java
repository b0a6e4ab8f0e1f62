package dev.tocsin.engine;

import dev.tocsin.core.observe.Outcome;
import java.time.Instant;

/**
 * A time for which this bot cannot speak.
 *
 * @param from first instant of it
 * @param until first instant after it
 */
public record Gap(Outcome.Reason reason, Instant from, Instant until) {}
