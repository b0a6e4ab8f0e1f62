package dev.tocsin.replay;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Prober;
import java.time.Duration;
import java.time.InstantSource;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/** Finds what was recorded: a regular look and an extra one alike see the target as it was at that time. */
final class RecordedProber implements Prober {
    private final Recording recording;
    private final InstantSource clock;
    private final IdentityHashMap<Check, TargetId> targets = new IdentityHashMap<>();

    RecordedProber(Recording recording, List<Target> targets, InstantSource clock) {
        this.recording = recording;
        this.clock = clock;
        targets.forEach(target -> this.targets.put(target.check(), target.id()));
    }

    @Override
    public Finding look(Check check, Reach reach, Duration timeout) {
        TargetId target = Objects.requireNonNull(targets.get(check), "a check of no target");
        return recording.at(target, clock.instant());
    }
}
