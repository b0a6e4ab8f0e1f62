package dev.tocsin.config;

import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Pace;
import dev.tocsin.core.target.Severity;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes targets of what the config says, and tells what cannot be one. */
final class TargetReader {
    private static final Settings.Defaults BUILT_IN = new Settings.Defaults(
            new Pace(Duration.ofSeconds(30), Duration.ofSeconds(10)), new Confirm.Weighed(), Resolvers.SYSTEM);

    private final Settings.Defaults defaults;
    private final Map<NetworkId, Network> networks;
    private final ZoneId zone;
    private final Origin origin;
    private final CheckReader checks;

    /**
     * A reader.
     *
     * @param zone local time where neither the target nor its network says
     */
    TargetReader(
            Settings.Defaults defaults,
            Map<NetworkId, Network> networks,
            ZoneId zone,
            Origin origin,
            CheckReader checks) {
        this.defaults = defaults;
        this.networks = networks;
        this.zone = zone;
        this.origin = origin;
        this.checks = checks;
    }

    /**
     * What holds for targets that do not say.
     *
     * @param networks each may name a resolver for its targets
     */
    static Settings.Defaults defaults(View view, List<View> networks) {
        Map<NetworkId, Optional<NameServer>> resolvers = new HashMap<>();
        networks.stream()
                .filter(one -> one.node("resolver").isPresent())
                .forEach(one -> one.text("id")
                        .filter(id -> NetworkId.FORM.matcher(id).matches())
                        .ifPresent(
                                id -> resolvers.put(new NetworkId(id), RouteReader.resolver(one, Optional.empty()))));
        return new Settings.Defaults(
                pace(view, BUILT_IN.pace()),
                ConfirmReader.read(view.view("confirm"), BUILT_IN.confirm()),
                new Resolvers(RouteReader.resolver(view, Optional.empty()), resolvers));
    }

    /** The target; empty, with every problem said, where it cannot be one. */
    Optional<Target> read(View view) {
        Optional<String> id =
                view.text("id").filter(text -> TargetId.FORM.matcher(text).matches());
        Optional<Network> network = network(view);
        Optional<Check> check = checks.read(view, defaults.resolvers().of(network.map(Network::id)));
        Optional<ZoneId> own = view.zone("timezone");
        Pace pace = pace(view, defaults.pace());
        slow(view, pace);
        if (id.isEmpty() || check.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Target(
                new TargetId(id.get()),
                view.text("name").orElse(id.get()),
                check.get(),
                network.map(Network::id),
                tags(view),
                severity(view, "severity", Severity.NORMAL),
                pace,
                ConfirmReader.read(view.view("confirm"), defaults.confirm()),
                own.or(() -> network.map(Network::zone)).orElse(zone),
                origin));
    }

    static Severity severity(View view, String key, Severity otherwise) {
        return view.text(key)
                .filter(text -> List.of("low", "normal", "high").contains(text))
                .map(text -> Severity.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(otherwise);
    }

    private Optional<Network> network(View view) {
        Optional<String> id =
                view.text("network").filter(text -> NetworkId.FORM.matcher(text).matches());
        Optional<Network> network = id.map(text -> networks.get(new NetworkId(text)));
        if (id.isPresent() && network.isEmpty()) {
            List<String> known =
                    networks.keySet().stream().map(NetworkId::value).sorted().toList();
            view.problems()
                    .add(
                            view.placeOf("network"),
                            "no network is called " + id.get() + "; expected "
                                    + (known.isEmpty()
                                            ? "it to be declared in networks"
                                            : "one of " + String.join(", ", known)));
        }
        return network;
    }

    private static Set<String> tags(View view) {
        return view.texts("tags").stream()
                .map(Node.Text::value)
                .filter(text -> text.matches("[a-z0-9][a-z0-9._-]{0,31}"))
                .collect(Collectors.toSet());
    }

    private static void slow(View view, Pace pace) {
        if (view.length("slow")
                .filter(slow -> slow.compareTo(pace.timeout()) >= 0)
                .isPresent()) {
            view.problems()
                    .add(
                            view.placeOf("slow"),
                            "a look may take " + Durations.spell(pace.timeout())
                                    + " at most; expected less than this timeout");
        }
    }

    private static Pace pace(View view, Pace otherwise) {
        Duration every = view.length("every").orElse(otherwise.every());
        Duration timeout = view.length("timeout").orElse(otherwise.timeout());
        boolean sound = every.compareTo(Duration.ofSeconds(1)) >= 0
                && every.compareTo(Duration.ofDays(1)) <= 0
                && timeout.isPositive();
        if (sound && timeout.compareTo(every) > 0) {
            view.problems()
                    .add(
                            view.node("timeout").isPresent() ? view.placeOf("timeout") : view.placeOf("every"),
                            "a look may take " + Durations.spell(timeout) + " and one is due every "
                                    + Durations.spell(every) + "; expected a timeout no longer than the interval");
        }
        return sound ? new Pace(every, timeout) : otherwise;
    }
}
