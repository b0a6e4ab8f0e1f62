package dev.tocsin.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object of the file, asked for values; what has the wrong shape is as good as absent, since that was said before. */
record View(Node.Obj object, Problems problems) {
    static View of(Optional<Node> node, Node.Place place, Problems problems) {
        Node.Obj object = node.filter(Node.Obj.class::isInstance)
                .map(Node.Obj.class::cast)
                .orElse(new Node.Obj(place, Map.of()));
        return new View(object, problems);
    }

    Node.Place place() {
        return object.place();
    }

    Node.Place placeOf(String key) {
        return node(key).map(Node::place).orElse(place());
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(object.members().get(key));
    }

    Optional<String> text(String key) {
        return node(key).filter(Node.Text.class::isInstance).map(node -> ((Node.Text) node).value());
    }

    Optional<Duration> length(String key) {
        return text(key).flatMap(Durations::read);
    }

    Optional<Long> whole(String key) {
        return node(key)
                .filter(Node.Num.class::isInstance)
                .map(node -> ((Node.Num) node).value())
                .filter(value -> value.matches("-?\\d{1,12}"))
                .map(Long::parseLong);
    }

    /** The number, where it lies in these bounds. */
    Optional<Integer> whole(String key, int least, int most) {
        return whole(key).filter(value -> value >= least && value <= most).map(Long::intValue);
    }

    /** The texts, numbers, trues and falses of an object, as they are spelled. */
    Map<String, String> scalars(String key) {
        Map<String, String> scalars = new LinkedHashMap<>();
        view(key).object().members().forEach((name, node) -> {
            switch (node) {
                case Node.Text text -> scalars.put(name, text.value());
                case Node.Num number -> scalars.put(name, number.value());
                case Node.Flag flag -> scalars.put(name, Boolean.toString(flag.value()));
                case Node.Obj ignored -> {}
                case Node.Arr ignored -> {}
                case Node.Nothing ignored -> {}
            }
        });
        return scalars;
    }

    /** The whole numbers of a list. */
    List<Long> wholes(String key) {
        return items(key).stream()
                .filter(Node.Num.class::isInstance)
                .map(node -> ((Node.Num) node).value())
                .filter(value -> value.matches("-?\\d{1,12}"))
                .map(Long::parseLong)
                .toList();
    }

    Optional<Boolean> flag(String key) {
        return node(key).filter(Node.Flag.class::isInstance).map(node -> ((Node.Flag) node).value());
    }

    View view(String key) {
        return of(node(key), placeOf(key), problems);
    }

    List<View> views(String key) {
        return items(key).stream()
                .filter(Node.Obj.class::isInstance)
                .map(node -> new View((Node.Obj) node, problems))
                .toList();
    }

    /** The texts of a list, or the one text that stands in its place. */
    List<Node.Text> texts(String key) {
        List<Node> nodes =
                node(key).filter(Node.Text.class::isInstance).map(List::of).orElseGet(() -> items(key));
        return nodes.stream()
                .filter(Node.Text.class::isInstance)
                .map(Node.Text.class::cast)
                .toList();
    }

    Optional<ZoneId> zone(String key) {
        Optional<String> text = text(key);
        try {
            return text.map(ZoneId::of);
        } catch (DateTimeException unknown) {
            problems.add(placeOf(key), "no such time zone; expected one such as Europe/Tirane or UTC");
            return Optional.empty();
        }
    }

    private List<Node> items(String key) {
        return node(key)
                .filter(Node.Arr.class::isInstance)
                .map(node -> ((Node.Arr) node).items())
                .orElse(List.of());
    }
}
