package dev.tocsin.probe;

import dev.tocsin.core.observe.FailureKind;
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
}
