package dev.tocsin.config;

import dev.tocsin.config.Shape.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keys and values as people type them, as the tree that a config would hold in their place. Pure. */
final class TypedKeys {
    private static final Node.Place TYPED = new Node.Place(0, 0, "");
    private static final String CONFIRM = "confirm";
    private static final Keys COUNTS = (Keys) shape(CONFIRM);
    /** Whose values are lists, with commas between the items. */
    private static final Set<String> LISTS = Set.of("expect", "tags", "warnDays");

    private TypedKeys() {}

    /** The keys a person may give: those of a target that are neither objects nor secrets, and the counts. */
    static List<String> offered() {
        List<String> keys = new ArrayList<>(TargetShapes.TARGET.keys().keySet());
        keys.removeIf(key -> isForTheFile(key) || key.equals(CONFIRM) || TargetKind.HEARTBEAT.knows(key));
        keys.addAll(COUNTS.keys().keySet());
        return keys;
    }

    /** Whether only the config file may hold this key. */
    static boolean isForTheFile(String key) {
        return !key.equals(CONFIRM) && isStructured(shape(key));
    }

    /** The tree; a key with an empty value is left out. */
    static Node.Obj object(Map<String, String> keys) {
        Map<String, Node> members = new LinkedHashMap<>();
        Map<String, Node> counts = new LinkedHashMap<>();
        keys.forEach((key, value) -> {
            if (value.isEmpty()) {
                return;
            }
            Node.Place place = new Node.Place(0, 0, key);
            if (COUNTS.keys().containsKey(key)) {
                counts.put(key, node(place, COUNTS.keys().get(key).shape(), value));
            } else {
                members.put(key, LISTS.contains(key) ? list(place, shape(key), value) : node(place, shape(key), value));
            }
        });
        if (!counts.isEmpty()) {
            members.put(CONFIRM, new Node.Obj(TYPED, counts));
        }
        return new Node.Obj(TYPED, members);
    }

    private static boolean isStructured(Shape shape) {
        return shape instanceof Keys || shape instanceof Shape.Free || shape instanceof Shape.SecretText;
    }

    /** The shape of a target's key; any text where there is no such key, which is said elsewhere. */
    private static Shape shape(String key) {
        Shape.Key found = TargetShapes.TARGET.keys().get(key);
        return found == null ? Forms.ANY : found.shape();
    }

    private static Node list(Node.Place place, Shape shape, String value) {
        Shape each = shape instanceof Shape.Items items ? items.each() : Forms.ANY;
        return new Node.Arr(
                place,
                Arrays.stream(value.split(",", -1))
                        .map(item -> node(place, each, item.strip()))
                        .toList());
    }

    private static Node node(Node.Place place, Shape shape, String value) {
        if (shape instanceof Shape.Whole && value.matches("-?\\d{1,12}")) {
            return new Node.Num(place, value);
        }
        if (shape instanceof Shape.Flag && (value.equals("true") || value.equals("false"))) {
            return new Node.Flag(place, value.equals("true"));
        }
        return new Node.Text(place, value);
    }
}
