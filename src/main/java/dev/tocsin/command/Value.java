package dev.tocsin.command;

import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.target.Target;
import java.time.Duration;
import java.time.Instant;

/** A parameter's value, read and checked. */
public sealed interface Value {
    record OfTarget(Target target) implements Value {}

    record OfScope(dev.tocsin.core.target.Scope scope) implements Value {}

    record OfIncident(IncidentId incident) implements Value {}

    record Until(Instant instant) implements Value {}

    record Window(Duration length) implements Value {}

    record Number(long number) implements Value {}

    /** A {@code CHOICE}, {@code WORD} or {@code TEXT}. */
    record Text(String text) implements Value {}
}
