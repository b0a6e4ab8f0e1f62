package dev.tocsin.probe;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A way to send echoes that a system may or may not allow. */
@FunctionalInterface
interface IcmpWay {
    /** A socket, or empty where this system does not allow this way; throws where that cannot be told now. */
    Optional<IcmpSocket> open(IcmpFamily family) throws IcmpTrouble;

    /** A datagram socket, a raw socket, the system's {@code ping}: the least privileged first. */
    static List<IcmpWay> ofThisSystem(LongSupplier ticker) {
        return List.of(
                family -> IcmpExchange.open(family, IcmpDescriptor.Kind.DATAGRAM, ticker),
                family -> IcmpExchange.open(family, IcmpDescriptor.Kind.RAW, ticker),
                family -> IcmpPing.find(family, System.getenv().getOrDefault("PATH", ""), ticker));
    }
}
