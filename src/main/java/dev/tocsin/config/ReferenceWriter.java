package dev.tocsin.config;

import java.util.ArrayList;
import java.util.List;

/** Writes the reference page that follows from the shapes. Pure. */
final class ReferenceWriter {
    private final StringBuilder page = new StringBuilder();

    private ReferenceWriter() {}

    static String write() {
        ReferenceWriter writer = new ReferenceWriter();
        writer.page.append("# bot-config.json\n\nJSON; `//` and `/* */` comments and trailing commas are allowed."
                + " `check-config` tells every problem at once.\nDurations are spelled `500ms`, `30s`, `5m`, `1h30m`, `7d`."
                + " A secret is `${ENV_NAME}` or `${file:path}`.\n");
        writer.section("The file", Shapes.ROOT, "");
        return writer.page.toString();
    }

    private record Inner(String path, Shape.Keys keys) {}

    private void section(String title, Shape.Keys keys, String path) {
        page.append("\n## ").append(title).append("\n\n| key | value | default | meaning |\n|---|---|---|---|\n");
        List<Inner> inner = new ArrayList<>();
        keys.keys().forEach((name, key) -> {
            page.append("| `")
                    .append(name)
                    .append("` | ")
                    .append(value(key.shape()))
                    .append(" | ");
            page.append(
                    key.need() == Shape.Need.REQUIRED
                            ? "required"
                            : key.byDefault().isEmpty() ? "–" : key.byDefault());
            page.append(" | ").append(key.help()).append(" |\n");
            inner(key.shape(), path.isEmpty() ? name : path + "." + name, inner);
        });
        inner.forEach(one -> section("`" + one.path() + "`", one.keys(), one.path()));
    }

    private static void inner(Shape shape, String path, List<Inner> inner) {
        switch (shape) {
            case Shape.Keys keys -> inner.add(new Inner(path, keys));
            case Shape.FlagOr or -> inner.add(new Inner(path, or.keys()));
            case Shape.Items(Shape.Keys keys) -> inner.add(new Inner(path + "[]", keys));
            default -> {}
        }
    }

    private static String value(Shape shape) {
        return switch (shape) {
            case Shape.Keys ignored -> "object";
            case Shape.Free free -> "object: " + free.keyHelp() + " to " + value(free.values());
            case Shape.Items items -> "list of " + value(items.each());
            case Shape.OneOrMore some -> value(some.each()) + ", or a list";
            case Shape.Text text -> text.expected();
            case Shape.Understood understood -> understood.expected();
            case Shape.Scalar ignored -> "text, number, true or false";
            case Shape.SecretText ignored -> "secret";
            case Shape.Length length ->
                "duration, " + Durations.spell(length.least()) + " to " + Durations.spell(length.most());
            case Shape.Whole whole -> whole.least() + " to " + whole.most();
            case Shape.WordOr or -> or.word() + ", or " + value(or.whole());
            case Shape.Flag ignored -> "true or false";
            case Shape.Choice choice -> String.join(", ", choice.words());
            case Shape.FlagOr ignored -> "true, false or object";
        };
    }
}
