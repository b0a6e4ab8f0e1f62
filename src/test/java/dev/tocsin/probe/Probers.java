package dev.tocsin.probe;

import dev.tocsin.core.target.AddressPolicy;
import java.time.InstantSource;

/** Probers for tests. */
public final class Probers {
    private Probers() {}

    /** A prober under the strictest policy, on the real clock. */
    public static SocketProber open() {
        return new SocketProber(
                "Tocsin/test", () -> AddressPolicy.PUBLIC, new Reports(InstantSource.system()), System::nanoTime);
    }
}
