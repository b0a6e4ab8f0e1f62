package dev.tocsin.probe;

import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.Check;
import java.io.IOException;

/** To be written. */
final class DnsLook {
    private final DnsExchange dns;

    DnsLook(DnsExchange dns) {
        this.dns = dns;
    }

    Outcome look(Check.Dns check, Course course) throws IOException {
        throw new UnsupportedOperationException(check.toString());
    }
}
