package dev.tocsin.probe;

import java.util.Optional;

/** Whether looks of kind icmp can be made on this system, for whoever reads a config before there is a prober. */
public final class IcmpAvailability {
    private IcmpAvailability() {}

    /** What to do so that they can be made; empty where they can be. May start {@code ping} and wait for it. */
    public static Optional<String> remedy() {
        try (IcmpAccess access = new IcmpAccess(IcmpWay.ofThisSystem(() -> 0))) {
            return access.remedy();
        }
    }
}
