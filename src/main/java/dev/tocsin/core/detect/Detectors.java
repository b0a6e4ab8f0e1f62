package dev.tocsin.core.detect;

import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.Target;

/** The detector that a target's rule asks for. */
public final class Detectors {
    private Detectors() {}

    public static Detector of(Target target) {
        return switch (target.confirm()) {
            case Confirm.Weighed ignored -> new FilterDetector(target.pace());
            case Confirm.Count count -> new CountDetector(count, target.pace());
        };
    }
}
