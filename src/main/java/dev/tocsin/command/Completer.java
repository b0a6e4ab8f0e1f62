package dev.tocsin.command;

import dev.tocsin.core.target.Target;
import dev.tocsin.engine.Roster;
import dev.tocsin.engine.Situation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What may come next in a line. Safe for use by many threads. */
final class Completer {
    private final List<Command> commands;
    private final Situation situation;

    Completer(List<Command> commands, Situation situation) {
        this.commands = List.copyOf(commands);
        this.situation = situation;
    }

    List<Desk.Candidate> complete(Caller caller, String line, int most) {
        List<Words.Word> words = Words.of(line);
        boolean fresh = line.isEmpty() || Character.isWhitespace(line.charAt(line.length() - 1));
        if (words.isEmpty() || (words.size() == 1 && !fresh)) {
            String begun = words.isEmpty() ? "/" : words.getFirst().text();
            return names(caller, begun.startsWith("/") ? begun : "/" + begun)
                    .limit(most)
                    .toList();
        }
        String begun = fresh ? "" : words.getLast().text().toLowerCase(Locale.ROOT);
        String name = words.getFirst().text().replaceFirst("^/", "").toLowerCase(Locale.ROOT);
        int place = words.size() - (fresh ? 1 : 2);
        return commands.stream()
                .map(Command::spec)
                .filter(spec -> spec.name().equals(name)
                        && mayCall(caller, spec)
                        && place < spec.params().size())
                .findFirst()
                .map(spec -> values(caller, spec.params().get(place))
                        .filter(one -> one.word().toLowerCase(Locale.ROOT).startsWith(begun))
                        .limit(most)
                        .toList())
                .orElse(List.of());
    }

    /** Values for one parameter by their rank; the sort is stable, so that equals stay in the order of their ids. */
    List<Desk.Candidate> complete(Caller caller, String command, String param, String begun, int most) {
        String typed = begun.strip().toLowerCase(Locale.ROOT);
        return commands.stream()
                .map(Command::spec)
                .filter(spec -> spec.name().equals(command) && mayCall(caller, spec))
                .flatMap(spec -> spec.params().stream())
                .filter(one -> one.name().equals(param))
                .flatMap(one -> values(caller, one))
                .flatMap(one -> Rank.of(one, typed, situation).stream())
                .sorted()
                .map(Rank::candidate)
                .limit(most)
                .toList();
    }

    private static boolean mayCall(Caller caller, CommandSpec spec) {
        return Access.decide(caller, spec) instanceof Access.Decision.Granted;
    }

    private Stream<Desk.Candidate> names(Caller caller, String begun) {
        return commands.stream()
                .map(Command::spec)
                .filter(spec -> mayCall(caller, spec))
                .filter(spec -> ("/" + spec.name()).startsWith(begun.toLowerCase(Locale.ROOT)))
                .map(spec -> new Desk.Candidate("/" + spec.name(), spec.summary()));
    }

    private Stream<Desk.Candidate> values(Caller caller, Param param) {
        return switch (param.kind()) {
            case TARGET, WHOLE_TARGET -> targets();
            case SCOPE -> Stream.concat(scopes(), targets());
            case INCIDENT ->
                situation.openIncidents().reversed().stream()
                        .map(incident -> new Desk.Candidate(
                                incident.id().toString(), incident.subject().name()));
            case UNTIL -> plain("30m", "2h", "8h", "tomorrow");
            case WINDOW -> plain("1h", "24h", "7d", "30d", "365d");
            case CHOICE -> param.choices().stream().map(word -> new Desk.Candidate(word, ""));
            case WORD -> param.name().equals("command") ? names(caller, "/") : Stream.empty();
            case NUMBER, TEXT -> Stream.empty();
        };
    }

    private Stream<Desk.Candidate> scopes() {
        Roster roster = situation.roster();
        List<Desk.Candidate> scopes = new ArrayList<>(List.of(new Desk.Candidate("all", "every target")));
        roster.networks().values().stream()
                .sorted(Comparator.comparing(network -> network.id().value()))
                .forEach(network -> scopes.add(new Desk.Candidate("network:" + network.id(), network.name())));
        roster.tags().stream().sorted().forEach(tag -> scopes.add(new Desk.Candidate("tag:" + tag, "")));
        return scopes.stream();
    }

    private Stream<Desk.Candidate> targets() {
        return situation.roster().targets().values().stream()
                .sorted(Comparator.comparing(Target::id))
                .map(target -> new Desk.Candidate(target.id().value(), target.name()));
    }

    private static Stream<Desk.Candidate> plain(String... words) {
        return Stream.of(words).map(word -> new Desk.Candidate(word, ""));
    }
}
