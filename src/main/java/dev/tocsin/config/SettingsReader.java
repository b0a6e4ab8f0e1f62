package dev.tocsin.config;

import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Control;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Secret;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TlsLibrary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes settings of a tree; says what cannot be so even where each value is well-formed. */
final class SettingsReader {
    private static final String UNGUARDED =
            "no controls: a failure of the bot's own network is told as an outage of everything;"
                    + " declare some in controls";

    private final Problems problems;
    private final Secrets secrets;
    private final Path file;
    private final PracticeNames reserved;

    /**
     * A reader.
     *
     * @param reserved ids that the file may not use while it turns the practice network on
     */
    SettingsReader(Problems problems, Secrets secrets, Path file, PracticeNames reserved) {
        this.problems = problems;
        this.secrets = secrets;
        this.file = file;
        this.reserved = reserved;
    }

    /** The settings; they mean something only if no problem was said. */
    Settings read(View root) {
        ZoneId zone = root.zone("timezone").orElse(ZoneId.of("UTC"));
        Settings.Defaults defaults = TargetReader.defaults(root.view("defaults"), root.views("networks"));
        Map<NetworkId, Network> networks = networks(root, zone);
        CheckReader checks = new CheckReader(secrets, TargetKind.ALL);
        List<Target> targets = targets(root, new TargetReader(defaults, networks, zone, Origin.FILE, checks));
        List<Control> controls = controls(root, defaults);
        if (controls.isEmpty() && !targets.isEmpty()) {
            problems.warn(root.placeOf("targets"), UNGUARDED);
        }
        ChannelReader channels = new ChannelReader(problems, root);
        return new Settings(
                general(root, zone),
                new PlatformsReader(problems, secrets, channels).read(root),
                SecurityReader.read(root.view("security")),
                looks(root.view("looks")),
                defaults,
                controls,
                List.copyOf(networks.values()),
                new GroupingReader(problems).read(root),
                targets,
                new SubscriptionReader(problems, file, new Known(networks, targets, practice(root)), channels)
                        .read(root),
                retention(root.view("retention")));
    }

    private Settings.General general(View root, ZoneId zone) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
        return new Settings.General(
                new Vantage(root.text("vantage").filter(text -> !text.isBlank()).orElse("here")),
                zone,
                folder.resolve(root.text("store").orElse("data/tocsin.db")).normalize(),
                practice(root));
    }

    private static Settings.Practice practice(View root) {
        return root.flag("practice").orElse(false) ? Settings.Practice.ON : Settings.Practice.OFF;
    }

    private static Settings.Looks looks(View view) {
        return new Settings.Looks(
                view.whole("inFlight")
                        .filter(n -> n > 0 && n <= 20_000)
                        .orElse(8_000L)
                        .intValue(),
                view.whole("shards").filter(n -> n > 0 && n <= 64).orElse(16L).intValue(),
                view.text("tls").orElse("system").equals("conscrypt") ? TlsLibrary.CONSCRYPT : TlsLibrary.SYSTEM);
    }

    private static Settings.Retention retention(View view) {
        return new Settings.Retention(
                view.length("looks").orElse(Duration.ofDays(2)),
                view.length("minutes").orElse(Duration.ofDays(30)),
                view.length("hours").orElse(Duration.ofDays(400)),
                view.length("days").orElse(Duration.ofDays(400)),
                view.length("records").orElse(Duration.ofDays(365)));
    }

    private List<Control> controls(View root, Settings.Defaults defaults) {
        Map<String, Node.Place> names = new HashMap<>();
        List<Control> controls = new ArrayList<>();
        CheckReader checks = new CheckReader(secrets, TargetKind.OF_CONTROLS);
        for (View view : root.views("controls")) {
            view.text("name").ifPresent(name -> unique(names, name, view.placeOf("name")));
            checks.read(view, defaults.resolvers().byDefault())
                    .ifPresent(
                            check -> controls.add(new Control(view.text("name").orElse("?"), check)));
        }
        return controls;
    }

    private Map<NetworkId, Network> networks(View root, ZoneId zone) {
        Map<String, Node.Place> ids = new HashMap<>();
        Map<NetworkId, Network> networks = new LinkedHashMap<>();
        for (View view : root.views("networks")) {
            Optional<ZoneId> own = view.zone("timezone");
            view.text("id")
                    .filter(text -> NetworkId.FORM.matcher(text).matches())
                    .ifPresent(id -> {
                        unique(ids, id, view.placeOf("id"));
                        unreserved(root, "network", id, view.placeOf("id"));
                        networks.put(
                                new NetworkId(id),
                                new Network(
                                        new NetworkId(id),
                                        view.text("name").orElse(id),
                                        view.whole("asn"),
                                        view.text("country"),
                                        own.orElse(zone)));
                    });
        }
        return networks;
    }

    private List<Target> targets(View root, TargetReader reader) {
        Map<String, Node.Place> ids = new HashMap<>();
        Set<Secret> tokens = new HashSet<>();
        List<Target> targets = new ArrayList<>();
        for (View view : root.views("targets")) {
            view.text("id").ifPresent(id -> {
                unique(ids, id, view.placeOf("id"));
                unreserved(root, "target", id, view.placeOf("id"));
            });
            reader.read(view).ifPresent(target -> {
                targets.add(target);
                if (target.check() instanceof Check.Heartbeat beat && !tokens.add(beat.token())) {
                    problems.add(view.placeOf("heartbeat"), "another target has this token; expected one of its own");
                }
            });
        }
        return targets;
    }

    private void unique(Map<String, Node.Place> seen, String name, Node.Place place) {
        Node.Place before = seen.putIfAbsent(name, place);
        if (before != null) {
            problems.add(place, "\"" + name + "\" is taken by line " + before.line() + "; expected another one");
        }
    }

    private void unreserved(View root, String what, String id, Node.Place place) {
        Set<String> taken = what.equals("target") ? reserved.targets() : reserved.networks();
        if (taken.contains(id) && practice(root) == Settings.Practice.ON) {
            problems.add(
                    place,
                    "\"" + id + "\" is the name of a practice " + what + "; choose another or set practice to false");
        }
    }
}
