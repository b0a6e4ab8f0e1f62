package dev.tocsin.config;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of check as targets spell them, and the table of which option belongs to which. */
enum TargetKind {
    URL(
            Way.REACHED,
            List.of(
                    "method",
                    "headers",
                    "body",
                    "login",
                    "redirects",
                    "http",
                    "expect",
                    "contains",
                    "lacks",
                    "matches",
                    "json",
                    "expectHeaders",
                    "proxy"),
            Way.TLS),
    TCP(Way.REACHED, List.of("startTls", "send", "reply"), Way.TLS),
    TLS(Way.REACHED, List.of("startTls"), Way.TLS),
    DNS(Way.REACHED, List.of("type", "rcode", "contains", "matches"), List.of()),
    ICMP(Way.REACHED, List.of("count", "mostLost"), List.of()),
    HEARTBEAT(List.of(), List.of("within"), List.of());

    /** Kinds that a target of the file may be of. */
    static final Set<TargetKind> ALL = EnumSet.allOf(TargetKind.class);
    /** Kinds without a secret. */
    static final Set<TargetKind> OF_CHAT = EnumSet.complementOf(EnumSet.of(HEARTBEAT));
    /** Kinds that tell whether the vantage itself is cut off. */
    static final Set<TargetKind> OF_CONTROLS = EnumSet.of(URL, TCP, DNS, ICMP);

    @SuppressWarnings("ImmutableEnumChecker") // Never changed after construction.
    private final Set<String> shared;

    @SuppressWarnings("ImmutableEnumChecker") // Never changed after construction.
    private final Set<String> own;

    TargetKind(List<String> shared, List<String> own, List<String> more) {
        this.shared = Set.copyOf(shared);
        this.own = new LinkedHashSet<>(own);
        this.own.addAll(more);
    }

    /** Lists that several kinds have in common. */
    private static final class Way {
        private static final List<String> REACHED = List.of("addresses", "resolver", "slow");
        private static final List<String> TLS =
                List.of("verify", "leastTls", "alpn", "leastDays", "warnDays", "clientCertificate");
    }

    /** The key that makes a target one of this kind, such as {@code url}. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Options that mean nothing, or something else, to the other kinds. */
    Set<String> own() {
        return java.util.Collections.unmodifiableSet(own);
    }

    /** Those that are only about TLS. */
    static List<String> ofTls() {
        return Way.TLS;
    }

    boolean knows(String option) {
        return shared.contains(option) || own.contains(option);
    }

    static Optional<TargetKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** The kinds that know this option; none where every target has the key. */
    static Set<TargetKind> owners(String option) {
        return Arrays.stream(values())
                .filter(kind -> kind.knows(option))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TargetKind.class)));
    }

    /** As {@code "url", "dns"}. */
    static String list(Set<TargetKind> kinds) {
        return kinds.stream().map(kind -> "\"" + kind.key() + "\"").collect(Collectors.joining(", "));
    }
}
