package dev.tocsin.core.cause;

import static dev.tocsin.core.cause.Cause.DNS_FAULT;
import static dev.tocsin.core.cause.Cause.MAINTENANCE;
import static dev.tocsin.core.cause.Cause.NETWORK_LOSS;
import static dev.tocsin.core.cause.Cause.OVERLOAD;
import static dev.tocsin.core.cause.Cause.OWN_NETWORK;
import static dev.tocsin.core.cause.Cause.PATH_OR_BLOCKING;
import static dev.tocsin.core.cause.Cause.SERVICE_FAULT;
import static dev.tocsin.core.cause.Cause.TLS_FAULT;
import static dev.tocsin.core.cause.Cause.UNDETERMINED;
import static dev.tocsin.core.cause.Naming.Pinned.SERVES;
import static dev.tocsin.core.cause.Naming.Servers.ALL_INSIDE;
import static dev.tocsin.core.cause.Naming.Servers.SOME_OUTSIDE;
import static dev.tocsin.core.cause.Sign.BOGON;
import static dev.tocsin.core.cause.Sign.CERTIFICATE;
import static dev.tocsin.core.cause.Sign.COME_BACK_LATER;
import static dev.tocsin.core.cause.Sign.NAME;
import static dev.tocsin.core.cause.Sign.REFUSED;
import static dev.tocsin.core.cause.Sign.RESET;
import static dev.tocsin.core.cause.Sign.SERVER_ERROR;
import static dev.tocsin.core.cause.Sign.SILENT;
import static dev.tocsin.core.cause.Sign.STALLED;
import static dev.tocsin.core.cause.Sign.THROTTLED;
import static dev.tocsin.core.cause.Sign.TLS_RESET;
import static dev.tocsin.core.cause.Sign.UNAVAILABLE;
import static dev.tocsin.core.cause.Sign.UNEXPECTED;
import static dev.tocsin.sample.Samples.NOON;

import java.util.Map;
import java.util.stream.Stream;

/** Scenes by what they are assessed to; beside what a cause looks like stands what looks like it and is not. */
final class Cases {
    private Cases() {}

    record Case(Cause expected, String scene, Scene measured) {
        @Override
        public String toString() {
            return expected + ": " + scene;
        }
    }

    /** A network of nine that is silent at once. */
    private static Scene gone() {
        return Scene.failing(Map.of(SILENT, 6)).network(9, 0, 9).within(40);
    }

    private static Scene alone(Sign sign) {
        return Scene.failing(sign).network(1, 8, 9);
    }

    static Stream<Case> all() {
        return Stream.of(networks(), services(), loads(), names(), certificates(), maintenances(), places())
                .flatMap(cases -> cases);
    }

    private static Stream<Case> networks() {
        return Stream.of(
                new Case(NETWORK_LOSS, "nine of nine silent within one interval", gone()),
                new Case(
                        NETWORK_LOSS,
                        "the same, not slower before, neighbours answer",
                        gone().slower(1).relatives(2, 2)),
                new Case(
                        NETWORK_LOSS,
                        "four of five, the fifth not looked at yet",
                        Scene.failing(SILENT).network(4, 0, 5)),
                new Case(
                        NETWORK_LOSS,
                        "names fail too, for their servers stand inside",
                        Scene.failing(Map.of(NAME, 4, SILENT, 2))
                                .network(5, 0, 5)
                                .pinned(Naming.Pinned.SILENT)
                                .servers(ALL_INSIDE)),
                new Case(
                        UNDETERMINED,
                        "two of two: too few for a network",
                        Scene.failing(SILENT).network(2, 0, 2)),
                new Case(
                        UNDETERMINED,
                        "six of nine",
                        Scene.failing(SILENT).network(6, 2, 9).within(20)),
                new Case(
                        UNDETERMINED,
                        "silent, its network unknown",
                        Scene.failing(SILENT).slower(1).relatives(3, 3)),
                new Case(
                        UNDETERMINED,
                        "all of it answers 502",
                        Scene.failing(SERVER_ERROR).network(9, 0, 9).within(9)),
                new Case(
                        UNDETERMINED,
                        "only names fail, and nobody looked past them",
                        Scene.failing(NAME)
                                .network(9, 0, 9)
                                .within(30)
                                .slower(1)
                                .relatives(2, 2)),
                new Case(
                        UNDETERMINED,
                        "names lead nowhere public",
                        Scene.failing(BOGON).network(9, 0, 9).within(30).slower(1)));
    }

    private static Stream<Case> services() {
        return Stream.of(
                new Case(SERVICE_FAULT, "refuses, the other eight answer", alone(REFUSED)),
                new Case(SERVICE_FAULT, "answers 500, the other eight answer", alone(SERVER_ERROR)),
                new Case(SERVICE_FAULT, "silent, the other eight answer", alone(SILENT)),
                new Case(
                        SERVICE_FAULT,
                        "shows another page, the other eight answer",
                        alone(UNEXPECTED).slower(1)),
                new Case(UNDETERMINED, "refuses, its network unknown", Scene.failing(REFUSED)),
                new Case(
                        UNDETERMINED,
                        "refuses, few others looked at since",
                        Scene.failing(REFUSED).network(1, 3, 9)),
                new Case(
                        UNDETERMINED,
                        "refuses, and another fails too",
                        Scene.failing(REFUSED).network(2, 7, 9)),
                new Case(UNDETERMINED, "its name fails, the other eight answer", alone(NAME)));
    }

    private static Stream<Case> loads() {
        return Stream.of(
                new Case(
                        OVERLOAD,
                        "four times slower before, then it stalls",
                        Scene.failing(STALLED).slower(4)),
                new Case(
                        OVERLOAD,
                        "some looks succeed, failing in several ways",
                        Scene.failing(Map.of(SILENT, 4, RESET, 3, UNAVAILABLE, 2))
                                .succeeding(5, 3)),
                new Case(
                        OVERLOAD,
                        "one of nine, slower before, 5xx and time-outs",
                        Scene.failing(Map.of(SERVER_ERROR, 3, STALLED, 3))
                                .network(1, 8, 9)
                                .slower(5)),
                new Case(
                        OVERLOAD,
                        "all of a network, slower before, throttling",
                        Scene.failing(Map.of(THROTTLED, 3, STALLED, 4))
                                .network(9, 0, 9)
                                .slower(6)
                                .before(3, 9)),
                new Case(
                        UNDETERMINED,
                        "stalls, no slower before",
                        Scene.failing(STALLED).slower(1)),
                new Case(
                        UNDETERMINED,
                        "loses half of the looks in one way",
                        Scene.failing(SILENT).succeeding(3, 3)),
                new Case(
                        UNDETERMINED,
                        "twice as slow before",
                        Scene.failing(STALLED).slower(2)),
                new Case(
                        UNDETERMINED,
                        "slower before, but asks to come back later",
                        Scene.failing(Map.of(COME_BACK_LATER, 6)).slower(3.5)));
    }

    private static Stream<Case> names() {
        return Stream.of(
                new Case(
                        DNS_FAULT,
                        "the address that served last still serves",
                        Scene.failing(NAME).pinned(SERVES)),
                new Case(
                        DNS_FAULT,
                        "at three resolvers",
                        Scene.failing(NAME).pinned(SERVES).resolvers(3, 3)),
                new Case(
                        DNS_FAULT,
                        "at all nine of a network at once",
                        Scene.failing(NAME)
                                .network(9, 0, 9)
                                .within(30)
                                .slower(1)
                                .pinned(SERVES)),
                new Case(
                        UNDETERMINED,
                        "nobody looked past the name",
                        Scene.failing(NAME).resolvers(3, 3)),
                new Case(
                        UNDETERMINED,
                        "one resolver of three fails",
                        Scene.failing(NAME).pinned(SERVES).resolvers(1, 3)),
                new Case(
                        UNDETERMINED,
                        "the address that served last is silent, servers stand elsewhere",
                        Scene.failing(NAME).pinned(Naming.Pinned.SILENT).servers(SOME_OUTSIDE)));
    }

    private static Stream<Case> certificates() {
        return Stream.of(
                new Case(TLS_FAULT, "a certificate error", Scene.failing(CERTIFICATE)),
                new Case(
                        TLS_FAULT,
                        "one that ended, from three places",
                        Scene.failing(CERTIFICATE)
                                .ended(NOON.minusSeconds(10_800))
                                .vantages(3, 0)),
                new Case(TLS_FAULT, "of one service of nine", alone(CERTIFICATE)),
                new Case(
                        PATH_OR_BLOCKING,
                        "a certificate error from one place of three",
                        Scene.failing(CERTIFICATE).vantages(1, 2)),
                new Case(UNDETERMINED, "the handshake is broken off", Scene.failing(TLS_RESET)),
                new Case(
                        UNDETERMINED,
                        "ended, but looks meet silence",
                        Scene.failing(SILENT).ended(NOON.minusSeconds(9))));
    }

    private static Stream<Case> maintenances() {
        return Stream.of(
                new Case(MAINTENANCE, "503 with Retry-After", Scene.failing(COME_BACK_LATER)),
                new Case(
                        MAINTENANCE, "a page of maintenance", alone(UNAVAILABLE).page(Symptoms.Page.OF_MAINTENANCE)),
                new Case(
                        MAINTENANCE,
                        "announced, and 503",
                        Scene.failing(UNAVAILABLE).plan(Features.Plan.WITHIN)),
                new Case(UNDETERMINED, "503 alone", Scene.failing(UNAVAILABLE).plan(Features.Plan.NONE)),
                new Case(
                        SERVICE_FAULT,
                        "503 and another page",
                        alone(UNAVAILABLE).page(Symptoms.Page.ANOTHER)),
                new Case(
                        NETWORK_LOSS,
                        "announced, but the whole network is silent",
                        gone().slower(1).relatives(2, 2).plan(Features.Plan.WITHIN)));
    }

    private static Stream<Case> places() {
        return Stream.of(
                new Case(
                        PATH_OR_BLOCKING,
                        "silent from two places of three",
                        Scene.failing(SILENT).vantages(2, 1)),
                new Case(
                        PATH_OR_BLOCKING,
                        "handshakes broken off at one of three",
                        alone(TLS_RESET).vantages(1, 2)),
                new Case(PATH_OR_BLOCKING, "the whole network from one of three", gone().vantages(1, 2)),
                new Case(UNDETERMINED, "a name that leads nowhere public, from one place", Scene.failing(BOGON)),
                new Case(
                        UNDETERMINED,
                        "silent from all three",
                        Scene.failing(SILENT).vantages(3, 0)),
                new Case(
                        OWN_NETWORK, "no control answers", Scene.failing(SILENT).controls(0, 3)),
                new Case(
                        OWN_NETWORK,
                        "two of three do not, and other networks fail",
                        gone().controls(1, 3).elsewhere(3, 4)),
                new Case(
                        OWN_NETWORK,
                        "of one service of nine",
                        Scene.failing(SILENT).network(1, 0, 9).controls(0, 3)),
                new Case(
                        NETWORK_LOSS,
                        "other networks fail too, but the controls answer",
                        gone().controls(3, 3).elsewhere(2, 4).slower(1)));
    }
}
