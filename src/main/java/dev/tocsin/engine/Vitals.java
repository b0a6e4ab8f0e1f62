package dev.tocsin.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the bot itself is doing.
 *
 * @param looksPerSecond over the last minute
 * @param latenessP50 half of the looks of the last minute began at most this long after they were due
 * @param latenessP99 99 % of them did
 * @param missed due looks that were never made, since the start
 * @param inFlight looks going on now
 * @param unsavedLooks looks that wait to be written
 * @param lostLooks looks that could not be written and are only in memory no more, since the start
 * @param backlog deliveries that wait
 * @param storeTrouble what is wrong with the store, where something is
 */
public record Vitals(
        Instant startedAt,
        double looksPerSecond,
        Duration latenessP50,
        Duration latenessP99,
        long missed,
        int inFlight,
        long unsavedLooks,
        long lostLooks,
        long backlog,
        Optional<String> storeTrouble) {}
