package dev.tocsin.config;

import dev.tocsin.command.TargetNotation;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.StatusRange;
import dev.tocsin.core.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Targets of chat by the rules of the config file. Safe for use by many threads. */
public final class ConfigTargetNotation implements TargetNotation {
    private static final Node.Place TYPED = new Node.Place(0, 0, "");
    private static final List<String> COUNTS = List.of("failures", "successes", "recheck");

    private final Supplier<Settings> settings;
    private final Supplier<List<Network>> networks;

    /**
     * A notation.
     *
     * @param settings in force
     * @param networks every network a target may stand in
     */
    public ConfigTargetNotation(Supplier<Settings> settings, Supplier<List<Network>> networks) {
        this.settings = settings;
        this.networks = networks;
    }

    @Override
    public Reading read(Map<String, String> keys) {
        Problems problems = new Problems("");
        Node.Obj object = object(keys);
        new ShapeCheck(problems).check(object, Shapes.TARGET);
        Settings now = settings.get();
        Map<NetworkId, Network> known =
                networks.get().stream().collect(Collectors.toMap(Network::id, network -> network, (a, b) -> a));
        TargetReader reader =
                new TargetReader(now.defaults(), known, now.general().zone(), Origin.CHAT);
        Optional<Target> target = reader.read(new View(object, problems));
        List<String> wrong = problems.found().stream()
                .map(problem -> problem.path().isEmpty() ? problem.text() : problem.path() + " " + problem.text())
                .toList();
        return wrong.isEmpty() && target.isPresent() ? new Reading.Read(target.get()) : new Reading.Wrong(wrong);
    }

    @Override
    public Reading edit(Target target, Map<String, String> keys) {
        Map<String, String> edited = new LinkedHashMap<>(spell(target));
        boolean toTcp = !keys.getOrDefault("tcp", "").isEmpty();
        boolean toUrl = !keys.getOrDefault("url", "").isEmpty();
        if (toTcp) {
            edited.keySet().removeAll(List.of("url", "expect", "contains"));
        }
        if (toUrl) {
            edited.remove("tcp");
        }
        edited.putAll(keys);
        edited.put("id", target.id().value());
        return read(edited);
    }

    @Override
    public Map<String, String> spell(Target target) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("id", target.id().value());
        keys.put("name", target.name());
        switch (target.check()) {
            case Check.Http http -> {
                keys.put("url", http.url().toString());
                keys.put(
                        "expect",
                        http.expectation().status().stream().map(StatusRange::toString).collect(Collectors.joining(",")));
                keys.put("contains", "");
            }
            case Check.Tcp tcp -> keys.put("tcp", tcp.address());
            default -> {}
        }
        keys.put("network", target.network().map(NetworkId::value).orElse(""));
        keys.put("tags", target.tags().stream().sorted().collect(Collectors.joining(",")));
        keys.put("severity", target.severity().name().toLowerCase(Locale.ROOT));
        keys.put("every", Durations.spell(target.pace().every()));
        keys.put("timeout", Durations.spell(target.pace().timeout()));
        keys.put("failures", Integer.toString(target.confirm().failures()));
        keys.put("successes", Integer.toString(target.confirm().successes()));
        keys.put("recheck", Durations.spell(target.confirm().recheck()));
        keys.put("timezone", target.zone().getId());
        return keys;
    }

    @Override
    public List<String> keys() {
        List<String> keys = new ArrayList<>(Shapes.TARGET.keys().keySet());
        keys.remove("confirm");
        keys.addAll(COUNTS);
        return keys;
    }

    @Override
    public String write(List<Target> targets) {
        return TargetJson.write(targets, this);
    }

    private static Node.Obj object(Map<String, String> keys) {
        Map<String, Node> members = new LinkedHashMap<>();
        Map<String, Node> counts = new LinkedHashMap<>();
        keys.forEach((key, value) -> {
            if (value.isEmpty()) {
                return;
            }
            if (COUNTS.contains(key)) {
                counts.put(key, node(key, value));
            } else {
                members.put(key, node(key, value));
            }
        });
        if (!counts.isEmpty()) {
            members.put("confirm", new Node.Obj(TYPED, counts));
        }
        return new Node.Obj(TYPED, members);
    }

    private static Node node(String key, String value) {
        Node.Place place = new Node.Place(0, 0, key);
        return switch (key) {
            case "failures", "successes" -> new Node.Num(place, value);
            case "tags", "expect" ->
                new Node.Arr(
                        place,
                        java.util.Arrays.stream(value.split(",", -1))
                                .map(item -> (Node) new Node.Text(place, item.strip()))
                                .toList());
            default -> new Node.Text(place, value);
        };
    }
}
