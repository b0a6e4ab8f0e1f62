package dev.tocsin.command;

import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.message.Clockface;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Roster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one parameter's text as what the parameter wants. Safe for use by many threads. */
final class ParamReader {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final int MANY = 5;

    private final Supplier<Roster> roster;

    ParamReader(Supplier<Roster> roster) {
        this.roster = roster;
    }

    /** A value, or the sentence that says what was expected. */
    sealed interface Read {
        record Fine(Value value) implements Read {}

        /** A time, and it is over. */
        record Past(String why) implements Read {}

        record Wrong(String why) implements Read {}
    }

    Read read(Param param, String text, Caller caller, Instant now) {
        return switch (param.kind()) {
            case TARGET -> target(param, text);
            case WHOLE_TARGET -> wholeTarget(param, text);
            case SCOPE -> scope(param, text);
            case INCIDENT -> {
                String digits = text.startsWith("#") ? text.substring(1) : text;
                yield WHOLE.matcher(digits).matches() && Long.parseLong(digits) > 0
                        ? new Read.Fine(new Value.OfIncident(new IncidentId(Long.parseLong(digits))))
                        : wrong(param, text, "the number of an incident, such as #12");
            }
            case UNTIL -> until(param, text, caller, now);
            case WINDOW ->
                TimePhrase.length(text)
                        .<Read>map(length -> new Read.Fine(new Value.Window(length)))
                        .orElseGet(() -> new Read.Wrong(notRead(param, text)));
            case NUMBER ->
                WHOLE.matcher(text).matches() && Long.parseLong(text) > 0
                        ? new Read.Fine(new Value.Number(Long.parseLong(text)))
                        : wrong(param, text, "a number from 1 up");
            case CHOICE -> choice(param, text);
            case WORD -> new Read.Fine(new Value.Text(text));
            case TEXT -> new Read.Fine(new Value.Text(text));
        };
    }

    private static Read until(Param param, String text, Caller caller, Instant now) {
        return TimePhrase.point(text, now, caller.zone())
                .<Read>map(instant -> instant.isAfter(now)
                        ? new Read.Fine(new Value.Until(instant))
                        : new Read.Past("\"" + OutsideText.cut(text, 60) + "\" is past: it is "
                                + Clockface.full(now, caller.zone()) + " now."))
                .orElseGet(() -> new Read.Wrong(notRead(param, text)));
    }

    /** What is said of a phrase that is no time. */
    static String notRead(Param param, String text) {
        String expected = param.kind() == Param.Kind.WINDOW
                ? "a length of time, such as 24h or 7 days"
                : "a time to come, such as 2h, 90 min, until 18:00 or tomorrow 06:00";
        return unfit(param, text, expected);
    }

    private static Read choice(Param param, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (param.choices().contains(lower)) {
            return new Read.Fine(new Value.Text(lower));
        }
        return wrong(param, text, "one of " + String.join(", ", param.choices()) + meant(lower, param.choices()));
    }

    private Read target(Param param, String text) {
        List<Target> found = targets(text);
        if (found.size() == 1) {
            return new Read.Fine(new Value.OfTarget(found.getFirst()));
        }
        return found.isEmpty() ? noTarget(param, text) : ambiguous(param, text, found);
    }

    private Read wholeTarget(Param param, String text) {
        List<Target> named = named(roster.get(), text);
        if (named.size() == 1) {
            return new Read.Fine(new Value.OfTarget(named.getFirst()));
        }
        List<Target> begun = targets(text);
        if (begun.size() > 1) {
            return ambiguous(param, text, begun);
        }
        return begun.isEmpty()
                ? noTarget(param, text)
                : wrong(
                        param,
                        text,
                        "the whole id or name of a target; did you mean "
                                + begun.getFirst().id() + "?");
    }

    private Read scope(Param param, String text) {
        Roster now = roster.get();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("all")) {
            return fine(new Scope.Everything());
        }
        if (lower.startsWith("network:")) {
            return network(param, text, lower.substring(8), now);
        }
        if (lower.startsWith("tag:")) {
            return lower.length() > 4 ? fine(new Scope.OfTag(lower.substring(4))) : wrong(param, text, "tag:word");
        }
        List<Target> targets = targets(text);
        boolean isNetwork =
                NetworkId.FORM.matcher(lower).matches() && now.networks().containsKey(new NetworkId(lower));
        boolean isTag = now.tags().contains(lower);
        List<Scope> fitting = Stream.of(
                        targets.stream().limit(1).map(one -> (Scope) new Scope.OfTarget(one.id())),
                        isNetwork
                                ? Stream.of((Scope) new Scope.OfNetwork(new NetworkId(lower)))
                                : Stream.<Scope>empty(),
                        isTag ? Stream.of((Scope) new Scope.OfTag(lower)) : Stream.<Scope>empty())
                .flatMap(scopes -> scopes)
                .toList();
        if (targets.size() > 1 && fitting.size() == 1) {
            return ambiguous(param, text, targets);
        }
        if (fitting.size() == 1) {
            return fine(fitting.getFirst());
        }
        return fitting.isEmpty()
                ? noScope(param, text, now)
                : wrong(
                        param,
                        text,
                        "only one meaning; say "
                                + String.join(
                                        " or ",
                                        fitting.stream().map(Scope::spelled).toList()));
    }

    private static Read network(Param param, String text, String id, Roster now) {
        boolean known = NetworkId.FORM.matcher(id).matches() && now.networks().containsKey(new NetworkId(id));
        List<String> ids =
                now.networks().keySet().stream().map(NetworkId::value).sorted().toList();
        return known
                ? fine(new Scope.OfNetwork(new NetworkId(id)))
                : wrong(param, text, "one of the networks " + String.join(", ", ids) + meant(id, ids));
    }

    /** By id, else by whole name, else by a beginning that only one has. */
    private List<Target> targets(String text) {
        Roster now = roster.get();
        List<Target> named = named(now, text);
        return named.isEmpty() ? beginning(now, text.toLowerCase(Locale.ROOT)) : named;
    }

    private static List<Target> named(Roster now, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Optional<Target> exact = TargetId.FORM.matcher(lower).matches()
                ? Optional.ofNullable(now.targets().get(new TargetId(lower)))
                : Optional.empty();
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        return now.targets().values().stream()
                .filter(one -> one.name().equalsIgnoreCase(text))
                .toList();
    }

    private static List<Target> beginning(Roster now, String lower) {
        return lower.isBlank()
                ? List.of()
                : now.targets().values().stream()
                        .filter(one -> one.id().value().startsWith(lower)
                                || one.name().toLowerCase(Locale.ROOT).startsWith(lower))
                        .toList();
    }

    private Read noTarget(Param param, String text) {
        List<String> ids =
                roster.get().targets().keySet().stream().map(TargetId::value).toList();
        return wrong(
                param,
                text,
                "the id or name of a target; /targets lists them" + meant(text.toLowerCase(Locale.ROOT), ids));
    }

    private static Read noScope(Param param, String text, Roster now) {
        List<String> known = new ArrayList<>(
                now.targets().keySet().stream().map(TargetId::value).toList());
        known.add("all");
        now.networks().keySet().forEach(id -> known.add("network:" + id));
        now.tags().forEach(tag -> known.add("tag:" + tag));
        return wrong(
                param, text, "all, a target, network:id or tag:word" + meant(text.toLowerCase(Locale.ROOT), known));
    }

    private static Read ambiguous(Param param, String text, List<Target> found) {
        List<String> ids = found.stream().map(one -> one.id().value()).sorted().toList();
        String some = String.join(", ", ids.subList(0, Math.min(MANY, ids.size())));
        return wrong(
                param,
                text,
                "one target; this may be " + some + (ids.size() > MANY ? " and " + (ids.size() - MANY) + " more" : ""));
    }

    private static Read fine(Scope scope) {
        return new Read.Fine(new Value.OfScope(scope));
    }

    private static String meant(String word, List<String> known) {
        return Nearest.to(word, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }

    private static Read wrong(Param param, String text, String expected) {
        return new Read.Wrong(unfit(param, text, expected));
    }

    private static String unfit(Param param, String text, String expected) {
        return "\"" + OutsideText.cut(text, 60) + "\" does not fit <" + param.name() + ">; expected " + expected
                + (expected.endsWith("?") ? "" : ".");
    }
}
