package dev.tocsin.engine;

import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;

/**
 * When a target falls due: {@code phase + k x interval} since the epoch, with a phase that follows from its id alone.
 * So due times do not drift, survive a restart, and spread evenly over many targets. Pure.
 */
final class LookTimes {
    private LookTimes() {}

    /** The first due instant strictly after {@code instant}. */
    static Instant nextAfter(TargetId target, Duration every, Instant instant) {
        long interval = every.toMillis();
        long sincePhase = Math.floorMod(instant.toEpochMilli() - phase(target, interval), interval);
        return Instant.ofEpochMilli(instant.toEpochMilli() - sincePhase + interval);
    }

    /** How many more instants fell due in {@code (due, now]}. */
    static long passedSince(Instant due, Duration every, Instant now) {
        return now.isBefore(due) ? 0 : Duration.between(due, now).toMillis() / every.toMillis();
    }

    /** A number from 0 to {@code many - 1} that follows from the id alone. */
    static int share(TargetId target, int many) {
        return (int) Math.floorMod(hash(target) >>> 32, (long) many);
    }

    private static long phase(TargetId target, long interval) {
        return Math.floorMod(hash(target), interval);
    }

    /** FNV-1a, 64 bit, with the finaliser of MurmurHash3, which spreads short similar ids. */
    private static long hash(TargetId target) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < target.value().length(); i++) {
            hash = (hash ^ target.value().charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
