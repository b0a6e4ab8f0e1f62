package dev.tocsin.core.cause;

import static dev.tocsin.core.cause.Cause.DNS_FAULT;
import static dev.tocsin.core.cause.Cause.MAINTENANCE;
import static dev.tocsin.core.cause.Cause.NETWORK_LOSS;
import static dev.tocsin.core.cause.Cause.OVERLOAD;
import static dev.tocsin.core.cause.Cause.OWN_NETWORK;
import static dev.tocsin.core.cause.Cause.PATH_OR_BLOCKING;
import static dev.tocsin.core.cause.Cause.SERVICE_FAULT;
import static dev.tocsin.core.cause.Cause.TLS_FAULT;
import static dev.tocsin.core.cause.Rule.DECISIVE;
import static dev.tocsin.core.cause.Rule.PLAIN;
import static dev.tocsin.core.cause.Rule.SLIGHT;
import static dev.tocsin.core.cause.Rule.STRONG;

import dev.tocsin.core.observe.ControlCount;
import java.util.List;
import java.util.Optional;

/** Rules on what fails and what does not, on the network, beside it, from other places, and at the controls. Pure. */
final class ReachRules {
    /** Fewer do not make a network. */
    private static final int FEWEST = 3;

    private static final double MOST = .8;

    private ReachRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.of("NL1", Family.SCOPE, ReachRules::networkFails)
                        .mark(NETWORK_LOSS, STRONG)
                        .contra(SERVICE_FAULT, STRONG)
                        .contra(TLS_FAULT, SLIGHT)
                        .contra(MAINTENANCE, SLIGHT),
                Rule.of("NL2", Family.COURSE, ReachRules::atOnce)
                        .pro(NETWORK_LOSS, PLAIN)
                        .contra(SERVICE_FAULT, PLAIN)
                        .contra(OVERLOAD, SLIGHT),
                Rule.of("NL8", Family.ELSEWHERE, ReachRules::relativesAnswer)
                        .pro(NETWORK_LOSS, PLAIN)
                        .contra(OWN_NETWORK, STRONG),
                Rule.of("SF1", Family.SCOPE, ReachRules::othersAnswer)
                        .mark(SERVICE_FAULT, 2)
                        .contra(NETWORK_LOSS, DECISIVE)
                        .contra(OWN_NETWORK, STRONG),
                Rule.of("PB1", Family.VANTAGES, ReachRules::fromSomePlaces)
                        .mark(PATH_OR_BLOCKING, STRONG)
                        .contra(NETWORK_LOSS, DECISIVE)
                        .contra(SERVICE_FAULT, STRONG)
                        .contra(TLS_FAULT, STRONG)
                        .contra(MAINTENANCE, STRONG)
                        .contra(DNS_FAULT, PLAIN)
                        .contra(OVERLOAD, SLIGHT),
                Rule.of("PB5", Family.VANTAGES, ReachRules::fromEveryPlace)
                        .pro(NETWORK_LOSS, SLIGHT)
                        .pro(TLS_FAULT, PLAIN)
                        .contra(PATH_OR_BLOCKING, STRONG)
                        .contra(OWN_NETWORK, STRONG),
                Rule.of("ON1", Family.CONTROLS, ReachRules::controlsFail)
                        .mark(OWN_NETWORK, 2 * STRONG)
                        .contra(NETWORK_LOSS, STRONG)
                        .contra(SERVICE_FAULT, STRONG),
                Rule.of("ON2", Family.ELSEWHERE, ReachRules::othersFail)
                        .pro(OWN_NETWORK, PLAIN)
                        .contra(NETWORK_LOSS, PLAIN)
                        .contra(SERVICE_FAULT, PLAIN),
                Rule.of("ON3", Family.CONTROLS, ReachRules::controlsAnswer).contra(OWN_NETWORK, DECISIVE));
    }

    private static Optional<String> networkFails(Features features) {
        return features.members()
                .filter(one -> one.failing() >= FEWEST && new Tally(one.failing(), one.known()).isAtLeast(MOST))
                .map(one -> one.failing() + " of " + one.known() + " watched services of the network failed");
    }

    private static Optional<String> atOnce(Features features) {
        return features.members()
                .filter(one -> one.failing() >= FEWEST)
                .flatMap(Members::spread)
                .filter(spread -> spread.between().compareTo(spread.interval()) <= 0)
                .map(spread -> "services of the network began to fail within " + Amounts.of(spread.between())
                        + ", no longer than one interval of looks (" + Amounts.of(spread.interval()) + ")");
    }

    private static Optional<String> othersAnswer(Features features) {
        return features.members()
                .filter(one -> one.failing() == 1 && one.steady() >= 1)
                .filter(one -> new Tally(one.steady(), one.known() - 1).isAtLeast(.5))
                .map(one -> one.steady() + " of " + (one.known() - 1)
                        + " other watched services of the network answered since, and none failed with it");
    }

    private static Optional<String> relativesAnswer(Features features) {
        return features.relatives()
                .filter(one -> one.count() > 0 && one.isAtLeast(MOST))
                .map(one -> one + " other watched networks of the same country or operator answer");
    }

    private static Optional<String> othersFail(Features features) {
        return features.elsewhere()
                .filter(one -> one.count() >= 2 && one.isAtLeast(.5))
                .map(one -> one + " other watched networks fail as well");
    }

    private static Optional<String> fromSomePlaces(Features features) {
        Sighting seen = features.sighting();
        return seen.failing().isEmpty() || seen.answering().isEmpty()
                ? Optional.empty()
                : Optional.of("it fails from " + seen.failing().size() + " of " + seen.vantages()
                        + " vantages and answers at the others");
    }

    private static Optional<String> fromEveryPlace(Features features) {
        Sighting seen = features.sighting();
        return seen.failing().size() >= 2 && seen.answering().isEmpty()
                ? Optional.of("it fails from all " + seen.failing().size() + " vantages")
                : Optional.empty();
    }

    private static Optional<String> controlsFail(Features features) {
        return features.controls()
                .filter(one -> new Tally(one.of() - one.answering(), one.of()).isAtLeast(2 / 3.0))
                .map(one -> "only " + controls(one) + " answered");
    }

    private static Optional<String> controlsAnswer(Features features) {
        return features.controls()
                .filter(one -> new Tally(one.answering(), one.of()).isAtLeast(2 / 3.0))
                .map(one -> controls(one) + " answered");
    }

    private static String controls(ControlCount count) {
        return count + " control sites";
    }
}
