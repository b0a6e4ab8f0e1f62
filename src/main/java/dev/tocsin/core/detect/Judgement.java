package dev.tocsin.core.detect;

import java.time.Duration;
import java.util.Optional;

/**
 * A detector's answer to one observation.
 *
 * @param stance what is held from now on
 * @param verdict what the observation changed
 * @param lookAgainIn how soon the detector wants another look, where the usual pace is too slow
 */
public record Judgement(Stance stance, Verdict verdict, Optional<Duration> lookAgainIn) {}
