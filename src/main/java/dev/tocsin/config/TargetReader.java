package dev.tocsin.config;

import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Pace;
import dev.tocsin.core.target.Severity;
import dev.tocsin.core.target.StatusRange;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes targets and controls of what the config says, and tells what cannot be one. */
final class TargetReader {
    private static final Settings.Defaults BUILT_IN = new Settings.Defaults(
            new Pace(Duration.ofSeconds(30), Duration.ofSeconds(10)), new Confirm(3, 2, Duration.ofSeconds(5)));

    private final Settings.Defaults defaults;
    private final Map<NetworkId, Network> networks;
    private final ZoneId zone;
    private final Origin origin;

    TargetReader(Settings.Defaults defaults, Map<NetworkId, Network> networks, ZoneId zone, Origin origin) {
        this.defaults = defaults;
        this.networks = networks;
        this.zone = zone;
        this.origin = origin;
    }

    static Settings.Defaults defaults(View view) {
        return new Settings.Defaults(pace(view, BUILT_IN.pace()), confirm(view.view("confirm"), BUILT_IN.confirm()));
    }

    /** The target; empty, with every problem said, where it cannot be one. */
    Optional<Target> read(View view) {
        Optional<String> id =
                view.text("id").filter(text -> TargetId.FORM.matcher(text).matches());
        Optional<Network> network = network(view);
        Optional<Check> check = check(view);
        Optional<ZoneId> own = view.zone("timezone");
        Pace pace = pace(view, defaults.pace());
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
                confirm(view.view("confirm"), defaults.confirm()),
                own.or(() -> network.map(Network::zone)).orElse(zone),
                origin));
    }

    /** What is looked at, by {@code url} or {@code tcp}; empty, with the problem said, where neither or both stand. */
    static Optional<Check> check(View view) {
        boolean url = view.node("url").isPresent();
        boolean tcp = view.node("tcp").isPresent();
        if (url == tcp) {
            view.problems()
                    .add(
                            view.place(),
                            "has " + (url ? "both \"url\" and" : "neither \"url\" nor")
                                    + " \"tcp\"; expected one of them");
            return Optional.empty();
        }
        return url ? http(view) : tcp(view);
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

    private static Optional<Check> http(View view) {
        Optional<URI> url = view.text("url")
                .filter(text -> text.startsWith("http://") || text.startsWith("https://"))
                .flatMap(text -> url(view, text));
        List<StatusRange> expect = view.texts("expect").stream()
                .flatMap(text -> range(view, text).stream())
                .toList();
        return url.map(address ->
                new Check.Http(address, expect.isEmpty() ? Check.Http.WORKING : expect, view.text("contains")));
    }

    private static Optional<URI> url(View view, String text) {
        try {
            URI url = new URI(text);
            if (url.getUserInfo() != null) {
                view.problems().add(view.placeOf("url"), "holds a user name or password; expected a URL without them");
                return Optional.empty();
            }
            if (url.getHost() == null || url.getPort() == 0 || url.getPort() > 65_535) {
                view.problems()
                        .add(
                                view.placeOf("url"),
                                "names no host that can be reached; expected a URL such as"
                                        + " https://www.example.org/");
                return Optional.empty();
            }
            return Optional.of(url);
        } catch (URISyntaxException wrong) {
            view.problems()
                    .add(
                            view.placeOf("url"),
                            "is not a URL (" + wrong.getReason() + "); expected one such as"
                                    + " https://www.example.org/");
            return Optional.empty();
        }
    }

    private static Optional<StatusRange> range(View view, Node.Text text) {
        if (!text.value().matches("[1-5]\\d\\d(-[1-5]\\d\\d)?")) {
            return Optional.empty();
        }
        int first = Integer.parseInt(text.value().substring(0, 3));
        int last = text.value().length() > 3 ? Integer.parseInt(text.value().substring(4)) : first;
        if (first > last) {
            view.problems().add(text.place(), "runs backwards; expected the lower status first");
            return Optional.empty();
        }
        return Optional.of(new StatusRange(first, last));
    }

    private static Optional<Check> tcp(View view) {
        for (String key : List.of("expect", "contains")) {
            if (view.node(key).isPresent()) {
                view.problems().add(view.placeOf(key), "belongs to \"url\"; a TCP look knows no HTTP");
            }
        }
        return view.text("tcp").filter(text -> text.matches(".+:\\d{1,5}")).flatMap(text -> {
            int colon = text.lastIndexOf(':');
            int port = Integer.parseInt(text.substring(colon + 1));
            String host = text.substring(0, colon).replaceAll("^\\[(.*)]$", "$1");
            if (port < 1 || port > 65_535) {
                view.problems().add(view.placeOf("tcp"), "has the port " + port + "; expected 1 to 65535");
                return Optional.empty();
            }
            return Optional.of(new Check.Tcp(host, port));
        });
    }

    private static Set<String> tags(View view) {
        return view.texts("tags").stream()
                .map(Node.Text::value)
                .filter(text -> text.matches("[a-z0-9][a-z0-9._-]{0,31}"))
                .collect(Collectors.toSet());
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

    private static Confirm confirm(View view, Confirm otherwise) {
        long failures = view.whole("failures").orElse((long) otherwise.failures());
        long successes = view.whole("successes").orElse((long) otherwise.successes());
        Duration recheck = view.length("recheck").orElse(otherwise.recheck());
        boolean sound = failures >= 1 && failures <= 100 && successes >= 1 && successes <= 100 && recheck.isPositive();
        return sound ? new Confirm((int) failures, (int) successes, recheck) : otherwise;
    }
}
