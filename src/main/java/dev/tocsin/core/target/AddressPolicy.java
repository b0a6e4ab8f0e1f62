package dev.tocsin.core.target;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where looks at targets from chat may go: the public internet, and what the config opens. Held against what is typed,
 * and again against every address that is about to be used. Pure.
 */
public final class AddressPolicy {
    /** Nothing but the public internet. */
    public static final AddressPolicy PUBLIC = new AddressPolicy(List.of(), Set.of());

    /**
     * Names that never lead to the public internet (RFC 6761, 6762, 7686, 8375, 9476, and {@code internal} by ICANN), and
     * what private networks commonly use for their own.
     */
    private static final List<String> INNER = List.of(
            "local",
            "internal",
            "home.arpa",
            "test",
            "invalid",
            "onion",
            "alt",
            "localdomain",
            "lan",
            "intranet",
            "corp",
            "home",
            "private");

    /** Where {@code localhost} and the names below it lead, whatever a name server says (RFC 6761, 6.3). */
    private static final InetAddress LOCALHOST = InetAddress.ofLiteral("127.0.0.1");

    /** Ports no browser connects to, so that no service of another kind can be spoken to (WHATWG Fetch, "bad port"). */
    private static final Set<Integer> BLOCKED = Set.of(
            1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
            109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
            526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
            3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080);

    private final List<AddressRange> allowed;
    private final Set<Integer> ports;

    /**
     * A policy.
     *
     * @param allowed ranges that are open though they are not public
     * @param ports that are open though browsers block them
     */
    public AddressPolicy(List<AddressRange> allowed, Set<Integer> ports) {
        this.allowed = List.copyOf(allowed);
        this.ports = Set.copyOf(ports);
    }

    /** Why nothing may be sent to this address; empty where it may. */
    public Optional<String> refusal(InetAddress address) {
        if (allowed.stream().anyMatch(range -> range.holds(address))) {
            return Optional.empty();
        }
        return SpecialRanges.kindOf(address)
                .map(kind -> "the address " + address.getHostAddress().replaceFirst("%.*$", "") + " is not public ("
                        + kind + ")");
    }

    /** Why this port may not be used; empty where it may. */
    public Optional<String> refusal(int port) {
        return BLOCKED.contains(port) && !ports.contains(port)
                ? Optional.of("the port " + port + " is one that browsers block")
                : Optional.empty();
    }

    /** Why a host spelled so may not be looked at; empty where that is decided by the addresses it leads to. */
    public Optional<String> refusal(String host) {
        return switch (HostText.read(host)) {
            case HostText.Unusable(String why) -> Optional.of("the host " + why);
            case HostText.Literal(InetAddress address, boolean canonical) ->
                refusal(address)
                        .or(() -> canonical
                                ? Optional.empty()
                                : Optional.of("the host is an odd spelling of " + address.getHostAddress()));
            case HostText.HostName(String name) ->
                staysInside(name)
                        ? Optional.of("the name " + name + " does not belong to the public internet")
                        : Optional.empty();
        };
    }

    /** Where ranges are open, an inner name may lead into one: then its addresses decide, at every look. */
    private boolean staysInside(String name) {
        if (isOrEndsWith(name, "localhost")) {
            return refusal(LOCALHOST).isPresent();
        }
        return allowed.isEmpty() && isInner(name);
    }

    /** Every reason why this check may not be made for chat, each as a clause. */
    public List<String> refusals(Check check) {
        Stream<String> places = Destination.of(check).stream()
                .flatMap(one -> refusal(one.host()).or(() -> refusal(one.port())).stream());
        Stream<String> questions = check instanceof Check.Dns dns ? questionRefusal(dns.name()).stream() : Stream.of();
        return Stream.concat(questions, places).distinct().toList();
    }

    /** The system's resolvers may know inner names, and would tell them. A single label is a top-level domain here. */
    private Optional<String> questionRefusal(String name) {
        return HostText.read(name) instanceof HostText.HostName(String read) && read.contains(".")
                ? refusal(read)
                : Optional.empty();
    }

    private static boolean isInner(String name) {
        return !name.contains(".") || INNER.stream().anyMatch(inner -> isOrEndsWith(name, inner));
    }

    private static boolean isOrEndsWith(String name, String inner) {
        return name.equals(inner) || name.endsWith("." + inner);
    }
}
