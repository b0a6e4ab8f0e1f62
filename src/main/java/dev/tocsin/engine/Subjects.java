package dev.tocsin.engine;

import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.target.TargetId;

/** Which target a subject is. */
final class Subjects {
    private Subjects() {}

    static TargetId target(Subject subject) {
        return switch (subject) {
            case Subject.OfTarget of -> of.id();
        };
    }
}
