package dev.tocsin.probe;

import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.engine.Timepiece;
import java.security.KeyStore;
import java.time.InstantSource;

/** Probers for tests. */
public final class Probers {
    private static final InstantSource CLOCK = InstantSource.system();

    private Probers() {}

    /** A prober under the strictest policy, on the real clock. */
    public static SocketProber open() {
        return new SocketProber(
                "Tocsin/test",
                () -> AddressPolicy.PUBLIC,
                new Reports(CLOCK),
                new Timepiece(CLOCK, System::nanoTime));
    }

    /** The same, trusting these authorities and no others. */
    static SocketProber trusting(KeyStore authorities) {
        return new SocketProber(
                "Tocsin/test",
                () -> AddressPolicy.PUBLIC,
                new Reports(CLOCK),
                new Timepiece(CLOCK, System::nanoTime),
                authorities);
    }
}
