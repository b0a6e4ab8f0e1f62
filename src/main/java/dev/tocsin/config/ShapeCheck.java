package dev.tocsin.config;

import dev.tocsin.command.Nearest;
import java.time.Duration;
import java.util.Optional;

/** Holds a node against its shape and says everything that does not fit. */
final class ShapeCheck {
    private final Problems problems;

    ShapeCheck(Problems problems) {
        this.problems = problems;
    }

    void check(Node node, Shape shape) {
        switch (shape) {
            case Shape.Keys keys -> keys(node, keys);
            case Shape.Free free -> free(node, free);
            case Shape.Items items -> items(node, items.each());
            case Shape.OneOrMore some -> oneOrMore(node, some.each());
            case Shape.Text text -> text(node, text);
            case Shape.Understood understood -> understood(node, understood);
            case Shape.Scalar ignored -> scalar(node);
            case Shape.SecretText ignored -> secret(node);
            case Shape.Length length -> length(node, length);
            case Shape.Whole whole -> whole(node, whole);
            case Shape.WordOr or -> wordOr(node, or);
            case Shape.Flag ignored -> flag(node);
            case Shape.Choice choice -> choice(node, choice);
            case Shape.FlagOr or -> {
                if (!(node instanceof Node.Flag)) {
                    keys(node, or.keys());
                }
            }
        }
    }

    private void keys(Node node, Shape.Keys keys) {
        if (!(node instanceof Node.Obj object)) {
            wrong(node, "an object in braces");
            return;
        }
        object.members().forEach((name, member) -> {
            Shape.Key key = keys.keys().get(name);
            if (key == null) {
                problems.add(member.place(), unknown(name, keys));
            } else {
                check(member, key.shape());
            }
        });
        keys.keys().forEach((name, key) -> {
            if (key.need() == Shape.Need.REQUIRED && !object.members().containsKey(name)) {
                problems.add(object.place(), "the key \"" + name + "\" is missing; expected " + lower(key.help()));
            }
        });
    }

    private void free(Node node, Shape.Free free) {
        if (!(node instanceof Node.Obj object)) {
            wrong(node, "an object with a key for each " + free.keyHelp());
            return;
        }
        object.members().forEach((name, member) -> {
            check(new Node.Text(member.place(), name), free.names());
            check(member, free.values());
        });
    }

    private void oneOrMore(Node node, Shape each) {
        if (node instanceof Node.Arr) {
            items(node, each);
        } else {
            check(node, each);
        }
    }

    private void items(Node node, Shape each) {
        if (!(node instanceof Node.Arr array)) {
            wrong(node, "a list in brackets");
            return;
        }
        array.items().forEach(item -> check(item, each));
    }

    private void text(Node node, Shape.Text text) {
        if (!(node instanceof Node.Text value)
                || !text.form().matcher(value.value()).matches()) {
            wrong(node, text.expected());
        }
    }

    private void understood(Node node, Shape.Understood understood) {
        if (!(node instanceof Node.Text value)) {
            wrong(node, understood.expected());
            return;
        }
        understood
                .mistake()
                .in(value.value())
                .ifPresent(why -> wrong(node, understood.expected() + (why.isBlank() ? "" : " (" + why + ")")));
    }

    private void secret(Node node) {
        if (!(node instanceof Node.Text)) {
            problems.add(node.place(), "is not a text; expected \"${ENV_NAME}\" or \"${file:path}\"");
        }
    }

    private void scalar(Node node) {
        if (!(node instanceof Node.Text || node instanceof Node.Num || node instanceof Node.Flag)) {
            wrong(node, "a text, a number, true or false");
        }
    }

    private void length(Node node, Shape.Length length) {
        String expected = "a duration from " + Durations.spell(length.least()) + " to " + Durations.spell(length.most())
                + ", such as \"30s\" or \"5m\"";
        Optional<Duration> read = node instanceof Node.Text text ? Durations.read(text.value()) : Optional.empty();
        if (read.isEmpty()
                || read.get().compareTo(length.least()) < 0
                || read.get().compareTo(length.most()) > 0) {
            wrong(node, expected);
        }
    }

    private void whole(Node node, Shape.Whole whole) {
        if (!isWithin(node, whole)) {
            wrong(node, "a whole number from " + whole.least() + " to " + whole.most());
        }
    }

    private void wordOr(Node node, Shape.WordOr or) {
        boolean word = node instanceof Node.Text text && text.value().equals(or.word());
        if (!word && !isWithin(node, or.whole())) {
            wrong(
                    node,
                    "\"" + or.word() + "\" or a whole number from " + or.whole().least() + " to "
                            + or.whole().most());
        }
    }

    private static boolean isWithin(Node node, Shape.Whole whole) {
        return node instanceof Node.Num number
                && number.value().matches("-?\\d{1,12}")
                && Long.parseLong(number.value()) >= whole.least()
                && Long.parseLong(number.value()) <= whole.most();
    }

    private void flag(Node node) {
        if (!(node instanceof Node.Flag)) {
            wrong(node, "true or false");
        }
    }

    private void choice(Node node, Shape.Choice choice) {
        if (!(node instanceof Node.Text text) || !choice.words().contains(text.value())) {
            wrong(node, "one of " + String.join(", ", choice.words()));
        }
    }

    private void wrong(Node node, String expected) {
        problems.add(node.place(), "is " + node.kind() + "; expected " + expected);
    }

    private static String unknown(String name, Shape.Keys keys) {
        return Nearest.to(name, keys.keys().keySet())
                .map(near -> "no such key; did you mean \"" + near + "\"?")
                .orElse("no such key; expected one of "
                        + String.join(", ", keys.keys().keySet()));
    }

    private static String lower(String help) {
        String sentence = help.endsWith(".") ? help.substring(0, help.length() - 1) : help;
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
