package dev.tocsin.config;

import dev.tocsin.core.target.Check;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A check given as keys and texts by the one at this machine's own command line, by the rules of the config file. */
public sealed interface TypedCheck {
    /** The check, and how long a look may take. */
    record Read(Check check, Duration timeout) implements TypedCheck {}

    /** Everything that is wrong with it, each as a clause. */
    record Wrong(List<String> problems) implements TypedCheck {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /** Holds where no {@code timeout} is given. */
    Duration TIMEOUT = Duration.ofSeconds(10);

    /**
     * Reads a check.
     *
     * @param keys a target's keys as the config spells them, without {@code id}; lists are parted by commas, and a key
     *     within an object follows a dot
     * @param environment where {@code ${ENV_NAME}} is looked up; files are relative to the working folder
     */
    static TypedCheck read(Map<String, String> keys, Function<String, Optional<String>> environment) {
        Problems problems = new Problems("");
        Map<String, String> all = new LinkedHashMap<>(Map.of("id", "probe"));
        all.putAll(keys);
        Node.Obj object = object(all, TargetShapes.TARGET, "");
        new ShapeCheck(problems).check(object, TargetShapes.TARGET);
        View view = new View(object, problems);
        Optional<Check> check = problems.found().isEmpty()
                ? reader(environment, problems).read(view, Optional.empty())
                : Optional.empty();
        List<String> wrong = problems.found().stream()
                .map(problem -> problem.path().isEmpty() ? problem.text() : problem.path() + " " + problem.text())
                .toList();
        if (wrong.isEmpty() && check.isPresent()) {
            return new Read(check.get(), view.length("timeout").orElse(TIMEOUT));
        }
        return new Wrong(wrong);
    }

    private static CheckReader reader(Function<String, Optional<String>> environment, Problems problems) {
        return new CheckReader(new FileSecrets(environment, Path.of(""), problems), TargetKind.ALL);
    }

    private static Node.Obj object(Map<String, String> keys, Shape shape, String path) {
        Map<String, Node> members = new LinkedHashMap<>();
        Map<String, Map<String, String>> inner = new LinkedHashMap<>();
        keys.forEach((key, value) -> {
            int dot = key.indexOf('.');
            if (dot > 0) {
                inner.computeIfAbsent(key.substring(0, dot), ignored -> new LinkedHashMap<>())
                        .put(key.substring(dot + 1), value);
            } else {
                members.put(key, node(value, member(shape, key), place(path, key)));
            }
        });
        inner.forEach((key, within) -> members.put(
                key, object(within, member(shape, key), place(path, key).path())));
        return new Node.Obj(new Node.Place(0, 0, path), members);
    }

    private static Node.Place place(String path, String key) {
        return new Node.Place(0, 0, path.isEmpty() ? key : path + "." + key);
    }

    /** The shape of a key; one that takes no text where there is no such key, which is said later. */
    private static Shape member(Shape shape, String key) {
        return switch (shape) {
            case Shape.Keys keys
            when keys.keys().containsKey(key) -> keys.keys().get(key).shape();
            case Shape.FlagOr or -> member(or.keys(), key);
            case Shape.Free free -> free.values();
            default -> new Shape.Keys(Map.of());
        };
    }

    private static Node node(String value, Shape shape, Node.Place place) {
        boolean truth = value.equals("true") || value.equals("false");
        return switch (shape) {
            case Shape.Whole ignored -> new Node.Num(place, value);
            case Shape.Flag ignored when truth -> new Node.Flag(place, Boolean.parseBoolean(value));
            case Shape.FlagOr ignored when truth -> new Node.Flag(place, Boolean.parseBoolean(value));
            case Shape.Items(Shape each) -> list(value, each, place);
            case Shape.OneOrMore(Shape.Text text)
            when text.form().matcher(value).matches() -> new Node.Text(place, value);
            case Shape.OneOrMore(Shape each) -> list(value, each, place);
            default -> new Node.Text(place, value);
        };
    }

    private static Node list(String value, Shape each, Node.Place place) {
        return new Node.Arr(
                place,
                Stream.of(value.split(",", -1))
                        .map(item -> node(item.strip(), each, place))
                        .toList());
    }
}
