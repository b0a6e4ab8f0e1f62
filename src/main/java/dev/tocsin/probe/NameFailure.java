package dev.tocsin.probe;

import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import java.io.IOException;
import java.net.UnknownHostException;

/** A name that could not be resolved, and how. */
final class NameFailure extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    NameFailure(FailureKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    FailureKind kind() {
        return kind;
    }

    /** What it means that the name server itself could not be reached, as far as asking a name goes. */
    static IOException reaching(IOException failed, Phase phase, Deadline deadline) {
        if (failed instanceof Guard.Forbidden) {
            return failed;
        }
        return switch (FailureReader.read(failed, phase, deadline)) {
            case Outcome.Down down ->
                new NameFailure(
                        FailureKind.DNS_TIMEOUT,
                        "the name server cannot be asked: " + down.failure().phrase());
            case Outcome.Up ignored -> failed;
            case Outcome.Degraded ignored -> failed;
            case Outcome.Unjudged ignored -> failed;
        };
    }
}
