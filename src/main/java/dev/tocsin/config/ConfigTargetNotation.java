package dev.tocsin.config;

import dev.tocsin.command.TargetNotation;
import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Origin;
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
        Settings now = settings.get();
        List<String> refused = refused(keys);
        if (!refused.isEmpty()) {
            return new Reading.Wrong(refused);
        }
        Problems problems = new Problems("");
        Optional<Target> target = target(now, TypedKeys.object(keys), problems);
        List<String> wrong = problems.found().stream()
                .map(problem -> problem.path().isEmpty() ? problem.text() : problem.path() + " " + problem.text())
                .toList();
        if (!wrong.isEmpty() || target.isEmpty()) {
            return new Reading.Wrong(wrong);
        }
        List<String> closed = now.security().refusals(target.get().check()).stream()
                .map(why -> why + "; security.allow in the config opens ranges, security.ports opens ports")
                .toList();
        return closed.isEmpty() ? new Reading.Read(target.get()) : new Reading.Wrong(closed);
    }

    @Override
    public Reading edit(Target target, Map<String, String> keys) {
        Map<String, String> edited = new LinkedHashMap<>(spell(target));
        TargetKind before = kind(target);
        boolean other = keys.entrySet().stream()
                .filter(key -> !key.getValue().isEmpty())
                .flatMap(key -> TargetKind.of(key.getKey()).stream())
                .anyMatch(kind -> kind != before);
        if (other) {
            edited.remove(before.key());
            edited.keySet().removeAll(before.own());
        }
        changeRule(edited, keys);
        edited.putAll(keys);
        edited.put("id", target.id().value());
        return read(edited);
    }

    /** A count that is typed makes the rule a count; another rule leaves the count behind. */
    private static void changeRule(Map<String, String> edited, Map<String, String> keys) {
        if (keys.containsKey("rule")) {
            edited.keySet().removeAll(ConfirmReader.COUNTS);
        } else if (ConfirmReader.COUNTS.stream().anyMatch(keys::containsKey)) {
            edited.remove("rule");
        }
    }

    @Override
    public Map<String, String> difference(Target from, Target to) {
        Map<String, String> old = spell(from);
        Map<String, String> difference = new LinkedHashMap<>(spell(to));
        if (kind(from) == kind(to)) {
            old.keySet().forEach(key -> difference.putIfAbsent(key, ""));
        } else {
            old.keySet().stream()
                    .filter(key ->
                            !kind(from).key().equals(key) && !kind(from).own().contains(key))
                    .forEach(key -> difference.putIfAbsent(key, ""));
        }
        difference
                .entrySet()
                .removeIf(entry -> entry.getValue().equals(old.get(entry.getKey()))
                        && (kind(from) == kind(to) || !kind(from).own().contains(entry.getKey())));
        return difference;
    }

    @Override
    public Map<String, String> spell(Target target) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("id", target.id().value());
        keys.put("name", target.name());
        keys.putAll(CheckSpelling.of(
                target.check(), settings.get().defaults().resolvers().of(target.network())));
        keys.put("network", target.network().map(NetworkId::value).orElse(""));
        keys.put("tags", target.tags().stream().sorted().collect(Collectors.joining(",")));
        keys.put("severity", target.severity().name().toLowerCase(Locale.ROOT));
        keys.put("every", Durations.spell(target.pace().every()));
        keys.put("timeout", Durations.spell(target.pace().timeout()));
        switch (target.confirm()) {
            case Confirm.Weighed ignored -> keys.put("rule", "weighed");
            case Confirm.Count count -> {
                keys.put("rule", "count");
                keys.put("failures", Integer.toString(count.failures()));
                keys.put("successes", Integer.toString(count.successes()));
                keys.put("recheck", Durations.spell(count.recheck()));
            }
        }
        keys.put("timezone", target.zone().getId());
        return keys;
    }

    @Override
    public List<String> keys() {
        return TypedKeys.offered();
    }

    @Override
    public String write(List<Target> targets) {
        return TargetJson.write(targets, this);
    }

    /** What only the config file may say: chat must not read the environment or the disk, nor keep secrets. */
    private static List<String> refused(Map<String, String> keys) {
        List<String> refused = new ArrayList<>();
        keys.forEach((key, value) -> {
            if (value.contains("${")) {
                refused.add(key + " " + NoSecrets.REFUSAL + ", as \"${…}\" does");
            } else if (TypedKeys.isForTheFile(key)) {
                refused.add(key + " only the config file may hold this key");
            }
        });
        return refused;
    }

    private Optional<Target> target(Settings now, Node.Obj object, Problems problems) {
        new ShapeCheck(problems).check(object, TargetShapes.TARGET);
        Map<NetworkId, Network> known =
                networks.get().stream().collect(Collectors.toMap(Network::id, network -> network, (a, b) -> a));
        CheckReader checks = new CheckReader(new NoSecrets(problems), TargetKind.OF_CHAT);
        TargetReader reader =
                new TargetReader(now.defaults(), known, now.general().zone(), Origin.CHAT, checks);
        return reader.read(new View(object, problems));
    }

    private static TargetKind kind(Target target) {
        return TargetKind.of(target.check().kind()).orElseThrow();
    }
}
