package dev.tocsin.core.detect;

import dev.tocsin.core.observe.Observation;
import java.time.Instant;

/** A rule that turns observations of one target into what is held of it. Pure: the same input gives the same answer. */
public interface Detector {
    /** What is held before the first look. */
    Stance start(Instant now);

    /** What is held after one more observation; an unjudged one moves nothing. */
    Judgement judge(Stance stance, Observation observation, Instant now);
}
