package dev.tocsin.probe;

import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.Check;
import java.io.IOException;

/** To be written. */
final class IcmpLook {
    private final Names names;

    IcmpLook(Names names) {
        this.names = names;
    }

    Outcome look(Check.Icmp check, Course course) throws IOException {
        throw new UnsupportedOperationException(check.toString());
    }
}
