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
import java.util.Set;
import java.util.stream.Collectors;

/** Rules on how looks fail and what the other side answers. Pure. */
final class AnswerRules {
    private static final Set<Sign> STRAINED = EnumSet.of(
            Sign.SILENT,
            Sign.RESET,
            Sign.STALLED,
            Sign.THROTTLED,
            Sign.UNAVAILABLE,
            Sign.COME_BACK_LATER,
            Sign.SERVER_ERROR);

    private AnswerRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.of("NL5", Family.MANNER, AnswerRules::silence)
                        .pro(NETWORK_LOSS, PLAIN)
                        .contra(SERVICE_FAULT, SLIGHT)
                        .contra(OVERLOAD, SLIGHT)
                        .contra(MAINTENANCE, PLAIN)
                        .contra(TLS_FAULT, DECISIVE),
                Rule.of("NL9", Family.MANNER, AnswerRules::contact).contra(NETWORK_LOSS, DECISIVE),
                Rule.of(
                                "SF2",
                                Family.MANNER,
                                features -> mostly(features, Sign.REFUSED, Sign.SERVER_ERROR, Sign.UNAVAILABLE))
                        .pro(SERVICE_FAULT, PLAIN),
                Rule.of("SF3", Family.CONTENT, features -> mostly(features, Sign.UNEXPECTED))
                        .pro(SERVICE_FAULT, PLAIN),
                Rule.of("OL3", Family.MANNER, AnswerRules::mixed)
                        .mark(OVERLOAD, 1)
                        .contra(NETWORK_LOSS, PLAIN),
                Rule.of("OL4", Family.MANNER, features -> mostly(features, Sign.STALLED))
                        .pro(OVERLOAD, PLAIN)
                        .pro(SERVICE_FAULT, SLIGHT),
                Rule.of("OL7", Family.CONTENT, AnswerRules::throttled).pro(OVERLOAD, PLAIN),
                Rule.of("TF1", Family.MANNER, features -> mostly(features, Sign.CERTIFICATE))
                        .mark(TLS_FAULT, STRONG)
                        .contra(SERVICE_FAULT, PLAIN)
                        .contra(OVERLOAD, PLAIN)
                        .contra(DNS_FAULT, STRONG)
                        .contra(MAINTENANCE, PLAIN),
                Rule.of("TF2", Family.CERTIFICATE, AnswerRules::ended).pro(TLS_FAULT, PLAIN),
                Rule.of("MT1", Family.CONTENT, features -> mostly(features, Sign.COME_BACK_LATER))
                        .mark(MAINTENANCE, STRONG)
                        .contra(SERVICE_FAULT, SLIGHT),
                Rule.of("MT2", Family.CONTENT, AnswerRules::page)
                        .mark(MAINTENANCE, STRONG)
                        .contra(SERVICE_FAULT, PLAIN)
                        .contra(OVERLOAD, SLIGHT),
                Rule.of("MT3", Family.PLAN, AnswerRules::planned)
                        .mark(MAINTENANCE, STRONG)
                        .contra(SERVICE_FAULT, PLAIN)
                        .contra(OVERLOAD, SLIGHT)
                        .contra(NETWORK_LOSS, PLAIN),
                Rule.of("MT4", Family.MANNER, AnswerRules::onlyUnavailable).pro(MAINTENANCE, SLIGHT),
                Rule.of("PB3", Family.MANNER, features -> mostly(features, Sign.TLS_RESET))
                        .pro(PATH_OR_BLOCKING, PLAIN)
                        .contra(TLS_FAULT, SLIGHT),
                Rule.of("PB4", Family.CONTENT, AnswerRules::changed).pro(PATH_OR_BLOCKING, PLAIN));
    }

    private static Optional<String> silence(Features features) {
        Tally silent = features.failed(EnumSet.of(Sign.SILENT));
        return silent.of() >= 2 && silent.count() == silent.of()
                ? Optional.of("all " + silent.of() + " failed looks met silence: " + Sign.SILENT.phrase())
                : Optional.empty();
    }

    private static Optional<String> contact(Features features) {
        Set<Sign> met = EnumSet.allOf(Sign.class).stream()
                .filter(sign -> sign.contact() == Sign.Contact.MADE)
                .collect(Collectors.toSet());
        return Optional.of(features.failed(met))
                .filter(made -> made.isAtLeast(.5))
                .map(made -> made + " failed looks reached the other side all the same");
    }

    /** Half of the failed looks or more failed in one of these ways. */
    private static Optional<String> mostly(Features features, Sign... ways) {
        Set<Sign> wanted = Set.of(ways);
        String named = features.signs().keySet().stream()
                .filter(wanted::contains)
                .map(Sign::phrase)
                .collect(Collectors.joining(" and "));
        return Optional.of(features.failed(wanted))
                .filter(found -> found.isAtLeast(.5))
                .map(found -> found + " failed looks met " + named);
    }

    private static Optional<String> mixed(Features features) {
        List<Sign> met =
                features.signs().keySet().stream().filter(STRAINED::contains).toList();
        return met.size() >= 2
                ? Optional.of("looks failed in several ways: "
                        + met.stream().map(Sign::phrase).collect(Collectors.joining(", ")))
                : Optional.empty();
    }

    private static Optional<String> throttled(Features features) {
        return Optional.ofNullable(features.signs().get(Sign.THROTTLED))
                .map(count -> "the other side asked for fewer requests (" + Sign.THROTTLED.phrase() + ")");
    }

    private static Optional<String> ended(Features features) {
        return features.failing().stream()
                .filter(one -> one.certificateUntil().isPresent() && one.signs().containsKey(Sign.CERTIFICATE))
                .filter(one -> !one.certificateUntil().get().isAfter(one.onset().firstFailure()))
                .findFirst()
                .map(one -> "the certificate that was shown had ended before the first failed look");
    }

    private static Optional<String> page(Features features) {
        List<Symptoms.Page> known =
                features.failing().stream().flatMap(one -> one.page().stream()).toList();
        long found = known.stream().filter(Symptoms.Page.OF_MAINTENANCE::equals).count();
        return found > 0 && found * 2 >= known.size()
                ? Optional.of("the page that is served speaks of maintenance")
                : Optional.empty();
    }

    private static Optional<String> planned(Features features) {
        return features.plan()
                .filter(Features.Plan.WITHIN::equals)
                .map(ignored -> "a maintenance was announced for this time");
    }

    private static Optional<String> onlyUnavailable(Features features) {
        Tally found = features.failed(EnumSet.of(Sign.UNAVAILABLE, Sign.COME_BACK_LATER));
        return found.of() >= 2 && found.count() == found.of()
                ? Optional.of("all " + found.of() + " failed looks were answered in full, with status 503")
                : Optional.empty();
    }

    private static Optional<String> changed(Features features) {
        return features.sighting().answering().isEmpty()
                ? Optional.empty()
                : mostly(features, Sign.UNEXPECTED)
                        .map(found -> found + ", while other vantages saw what was expected");
    }
}
