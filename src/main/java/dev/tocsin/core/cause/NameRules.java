package dev.tocsin.core.cause;

import static dev.tocsin.core.cause.Cause.DNS_FAULT;
import static dev.tocsin.core.cause.Cause.MAINTENANCE;
import static dev.tocsin.core.cause.Cause.NETWORK_LOSS;
import static dev.tocsin.core.cause.Cause.OVERLOAD;
import static dev.tocsin.core.cause.Cause.PATH_OR_BLOCKING;
import static dev.tocsin.core.cause.Cause.SERVICE_FAULT;
import static dev.tocsin.core.cause.Cause.TLS_FAULT;
import static dev.tocsin.core.cause.Rule.DECISIVE;
import static dev.tocsin.core.cause.Rule.PLAIN;
import static dev.tocsin.core.cause.Rule.SLIGHT;
import static dev.tocsin.core.cause.Rule.STRONG;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** Rules on names, and on what is behind them. Pure. */
final class NameRules {
    /** A look that gets no address sees nothing of the network; one at the address that served last makes up for it. */
    private static final double UNSEEN = 3 * STRONG;

    private NameRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.of("DF1", Family.NAMES, NameRules::namesFail)
                        .pro(DNS_FAULT, PLAIN)
                        .contra(NETWORK_LOSS, UNSEEN)
                        .contra(SERVICE_FAULT, PLAIN)
                        .contra(OVERLOAD, PLAIN)
                        .contra(TLS_FAULT, STRONG)
                        .contra(MAINTENANCE, STRONG),
                Rule.of("DF2", Family.PINNED, NameRules::serversServe)
                        .mark(DNS_FAULT, STRONG)
                        .contra(NETWORK_LOSS, DECISIVE)
                        .contra(SERVICE_FAULT, PLAIN),
                Rule.of("DF3", Family.NAMES, NameRules::severalResolvers).pro(DNS_FAULT, PLAIN),
                Rule.of("DF4", Family.NAMES, NameRules::oneResolver)
                        .pro(PATH_OR_BLOCKING, SLIGHT)
                        .contra(DNS_FAULT, DECISIVE),
                Rule.of("DF5", Family.NAMES, NameRules::serversElsewhere)
                        .pro(DNS_FAULT, SLIGHT)
                        .contra(NETWORK_LOSS, PLAIN),
                Rule.of("NL6", Family.NAMES, NameRules::trap)
                        .pro(NETWORK_LOSS, STRONG)
                        .contra(DNS_FAULT, 2 * STRONG),
                Rule.of("NL7", Family.PINNED, NameRules::serversSilent)
                        .pro(NETWORK_LOSS, UNSEEN)
                        .contra(DNS_FAULT, STRONG),
                Rule.of("PB2", Family.NAMES, NameRules::bogon)
                        .pro(PATH_OR_BLOCKING, PLAIN)
                        .contra(NETWORK_LOSS, UNSEEN)
                        .contra(DNS_FAULT, SLIGHT));
    }

    private static boolean areNamesFailing(Features features) {
        return features.failed(EnumSet.of(Sign.NAME)).isAtLeast(.5);
    }

    private static Optional<String> namesFail(Features features) {
        return areNamesFailing(features)
                ? Optional.of(features.failed(EnumSet.of(Sign.NAME)) + " failed looks got no address for the name")
                : Optional.empty();
    }

    private static Optional<String> serversServe(Features features) {
        Tally serving = features.pinned(Naming.Pinned.SERVES);
        return areNamesFailing(features) && serving.isAtLeast(.8)
                ? Optional.of("the address that served last still serves" + counted(serving))
                : Optional.empty();
    }

    private static Optional<String> serversSilent(Features features) {
        Tally silent = features.pinned(Naming.Pinned.SILENT);
        return areNamesFailing(features) && silent.isAtLeast(.8)
                ? Optional.of("the address that served last is silent as well" + counted(silent))
                : Optional.empty();
    }

    private static String counted(Tally tally) {
        return tally.of() == 1 ? "" : " (at " + tally + " targets)";
    }

    /** DNS errors are no news where the name servers went with the network. */
    private static Optional<String> trap(Features features) {
        return standing(features, Naming.Servers.ALL_INSIDE)
                        && serversSilent(features).isPresent()
                ? Optional.of(
                        "every name server of the domain stands on the failing network and the address that served"
                                + " last is silent as well: so names must fail where the network does")
                : Optional.empty();
    }

    private static Optional<String> serversElsewhere(Features features) {
        return standing(features, Naming.Servers.SOME_OUTSIDE) && areNamesFailing(features)
                ? Optional.of("names fail, although name servers of the domain stand outside the failing network")
                : Optional.empty();
    }

    /** Whether the name servers of every domain of which it is known stand so. */
    private static boolean standing(Features features, Naming.Servers where) {
        List<Naming.Servers> known = features.failing().stream()
                .flatMap(one -> one.naming().servers().stream())
                .toList();
        return !known.isEmpty() && known.stream().allMatch(where::equals);
    }

    private static Optional<String> severalResolvers(Features features) {
        Tally failing = resolvers(features);
        return failing.count() >= 2 ? Optional.of("the name failed at " + failing + " resolvers") : Optional.empty();
    }

    private static Optional<String> oneResolver(Features features) {
        Tally failing = resolvers(features);
        return failing.count() == 1 && failing.of() >= 2
                ? Optional.of("the name failed at " + failing + " resolvers alone")
                : Optional.empty();
    }

    /** At the target where the most of them fail. */
    private static Tally resolvers(Features features) {
        return features.failing().stream()
                .flatMap(one -> one.naming().resolvers().stream())
                .max((one, other) -> Integer.compare(one.count(), other.count()))
                .orElse(Tally.NONE);
    }

    private static Optional<String> bogon(Features features) {
        return Optional.of(features.failed(EnumSet.of(Sign.BOGON)))
                .filter(found -> found.isAtLeast(.5))
                .map(found -> found + " failed looks met " + Sign.BOGON.phrase());
    }
}
