package dev.tocsin.chat.telegram.fake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Telegram's HTML: its tags alone, nested properly, and three characters escaped. Offsets count UTF-16 units. */
final class HtmlReader {
    private static final Pattern TAG = Pattern.compile(
            "<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\\s+[a-zA-Z-]+(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[a-zA-Z0-9.-]+))?)*)\\s*>");
    private static final Pattern NAME = Pattern.compile("</?([^\\s>]*)");
    private static final Pattern ESCAPE = Pattern.compile("&(?:(lt|gt|amp|quot)|#(\\d{1,7})|#x([0-9a-fA-F]{1,6}));");
    private static final Map<String, String> NAMED = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");
    /** More than these Telegram leaves out. */
    private static final int MOST_ENTITIES = 100;

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Entity> entities = new ArrayList<>();
    private final List<String> careless = new ArrayList<>();
    private int at;

    /** A tag that is not closed yet. */
    private record Open(String name, HtmlTag form, int from, int sourceAt) {}

    private HtmlReader(String source) {
        this.source = source;
    }

    static Reading read(String source) {
        HtmlReader reader = new HtmlReader(source);
        Optional<String> error = reader.run();
        return error.<Reading>map(Reading.Unreadable::new).orElseGet(reader::trimmed);
    }

    private Optional<String> run() {
        while (at < source.length()) {
            char next = source.charAt(at);
            if (next == '<') {
                Optional<String> error = tag();
                if (error.isPresent()) {
                    return error;
                }
            } else if (next == '&') {
                escape();
            } else {
                if (next == '>') {
                    careless.add("a bare > at byte " + bytes(at));
                }
                text.append(next);
                at++;
            }
        }
        return Optional.ofNullable(open.peek())
                .map(left -> "Can't find end tag corresponding to start tag \"" + left.name() + "\"");
    }

    private Optional<String> tag() {
        Matcher tag = TAG.matcher(source).region(at, source.length());
        if (!tag.lookingAt()) {
            return Optional.of(broken());
        }
        String name = tag.group(2).toLowerCase(Locale.ROOT);
        Optional<String> error = tag.group(1).isEmpty() ? begin(name, HtmlTag.attributes(tag.group(3))) : end(name);
        at = tag.end();
        return error;
    }

    private String broken() {
        Matcher name = NAME.matcher(source).region(at, source.length());
        boolean named = name.lookingAt();
        assert named;
        boolean known = HtmlTag.isKnown(name.group(1).toLowerCase(Locale.ROOT));
        return known
                ? "Unclosed start tag at byte offset " + bytes(at)
                : "Unsupported start tag \"" + name.group(1) + "\" at byte offset " + bytes(at);
    }

    private Optional<String> begin(String name, Map<String, String> attributes) {
        Optional<HtmlTag> form =
                HtmlTag.of(name, attributes, open.isEmpty() ? "" : open.peek().name());
        if (form.isEmpty()) {
            return Optional.of(
                    HtmlTag.isKnown(name)
                            ? "Tag \"" + name + "\" must have its attribute at byte offset " + bytes(at)
                            : "Unsupported start tag \"" + name + "\" at byte offset " + bytes(at));
        }
        open.stream()
                .map(Open::form)
                .filter(outer -> !outer.mayHold(form.get()))
                .forEach(outer ->
                        careless.add(outer.type() + " cannot hold " + form.get().type()));
        open.push(new Open(name, form.get(), text.length(), at));
        return Optional.empty();
    }

    private Optional<String> end(String name) {
        if (open.isEmpty()) {
            return Optional.of("Unexpected end tag at byte offset " + bytes(at));
        }
        Open begun = open.pop();
        if (!begun.name().equals(name)) {
            return Optional.of("Unmatched end tag at byte offset " + bytes(at) + ", expected \"</" + begun.name()
                    + ">\", found \"</" + name + ">\"");
        }
        int length = text.length() - begun.from();
        if (length == 0) {
            careless.add("nothing in <" + name + ">");
        } else if (!begun.form().isPartOfOuter()) {
            entities.add(new Entity(
                    begun.form().type(), begun.from(), length, begun.form().more()));
        }
        return Optional.empty();
    }

    private void escape() {
        Matcher escape = ESCAPE.matcher(source).region(at, source.length());
        if (!escape.lookingAt()) {
            careless.add("a bare & at byte " + bytes(at));
            text.append('&');
            at++;
            return;
        }
        if (escape.group(1) == null) {
            int code =
                    escape.group(2) == null ? Integer.parseInt(escape.group(3), 16) : Integer.parseInt(escape.group(2));
            text.appendCodePoint(Character.isValidCodePoint(code) ? code : '?');
        } else {
            text.append(NAMED.get(escape.group(1)));
        }
        at = escape.end();
    }

    /** Telegram shows no blanks at either end. */
    private Reading trimmed() {
        if (entities.size() > MOST_ENTITIES) {
            careless.add(entities.size() + " entities, and Telegram shows " + MOST_ENTITIES);
        }
        String whole = text.toString();
        int from = whole.length() - whole.stripLeading().length();
        String shown = whole.strip();
        List<Entity> kept = entities.stream()
                .map(each -> moved(each, from, shown.length()))
                .filter(each -> each.length() > 0)
                .sorted(Comparator.comparingInt(Entity::offset).thenComparingInt(each -> -each.length()))
                .toList();
        return new Reading.Read(new Styled(shown, kept), careless);
    }

    private static Entity moved(Entity entity, int by, int length) {
        int start = Math.clamp(entity.offset() - (long) by, 0, length);
        int end = Math.clamp(entity.end() - (long) by, 0, length);
        return new Entity(entity.type(), start, end - start, entity.more());
    }

    private int bytes(int upTo) {
        return source.substring(0, upTo).getBytes(StandardCharsets.UTF_8).length;
    }
}
