package dev.tocsin.chat.telegram;

import dev.tocsin.command.Caller;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Desk;
import dev.tocsin.command.Nearest;
import dev.tocsin.command.Param;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Telegram completes nothing while people type, so what was left out or mistyped is offered with the answer. Where a
 * target must be typed to its end it is not. Safe for use by many threads.
 */
final class Choices {
    /** Words that can be leafed through; beyond them there is the search. */
    private static final int ALL = 10_000;

    private static final Set<Param.Kind> NAMED = EnumSet.of(Param.Kind.TARGET, Param.Kind.SCOPE, Param.Kind.INCIDENT);
    private static final Set<Param.Kind> OFFERED = EnumSet.of(
            Param.Kind.TARGET,
            Param.Kind.SCOPE,
            Param.Kind.INCIDENT,
            Param.Kind.UNTIL,
            Param.Kind.WINDOW,
            Param.Kind.CHOICE);

    private final Desk desk;

    Choices(Desk desk) {
        this.desk = desk;
    }

    /**
     * What may have been meant, where the answer is a refusal that offers nothing yet.
     *
     * @param head the line up to the command's first value, with the blank before that
     */
    Optional<Shelf> missing(Caller caller, CommandSpec spec, String head, String rest, Message answer) {
        if (!isOpen(caller, spec, rest, answer)) {
            return Optional.empty();
        }
        List<String> words = words(rest);
        return mistyped(caller, spec, head, words)
                .or(() -> next(spec, words.size())
                        .map(param -> shelf(caller, spec, param, Pick.first("", head + spaced(words), "")))
                        .filter(shelf -> shelf.all() > 0));
    }

    /** The answer, with words that are like the one that was mistyped. */
    Message near(Caller caller, CommandSpec spec, String head, String rest, Message answer) {
        List<String> words = words(rest);
        if (!isOpen(caller, spec, rest, answer) || words.isEmpty() || !isWrong(caller, spec, words.getFirst())) {
            return answer;
        }
        List<String> all = fitting(caller, spec, spec.params().getFirst(), "").stream()
                .map(Desk.Candidate::word)
                .toList();
        return Nearest.to(words.getFirst(), all)
                .map(word -> answer.suggest(word, head + word + after(words)))
                .orElse(answer);
    }

    /**
     * What fits now; nothing where the line takes no such word.
     *
     * @param rest the words before the one that is chosen
     */
    Optional<Shelf> shelf(Caller caller, CommandSpec spec, String rest, Pick pick) {
        int place = words(rest).size();
        return place >= spec.params().size() || caller.role().compareTo(spec.role()) < 0
                ? Optional.empty()
                : Optional.of(shelf(caller, spec, spec.params().get(place), pick));
    }

    private Shelf shelf(Caller caller, CommandSpec spec, Param param, Pick pick) {
        return Shelf.of(pick, fitting(caller, spec, param, pick.begun()));
    }

    private static boolean isOpen(Caller caller, CommandSpec spec, String rest, Message answer) {
        return answer.tone() == Tone.ERROR
                && answer.suggestions().isEmpty()
                && caller.role().compareTo(spec.role()) >= 0
                && !spec.params().isEmpty()
                && !rest.matches("(?s).*[\"=].*");
    }

    /** The first word is no target, but begins or is in the name of some. */
    private Optional<Shelf> mistyped(Caller caller, CommandSpec spec, String head, List<String> words) {
        if (words.isEmpty() || !isWrong(caller, spec, words.getFirst())) {
            return Optional.empty();
        }
        Pick pick = Pick.first(words.getFirst(), head, after(words));
        return Optional.of(shelf(caller, spec, spec.params().getFirst(), pick)).filter(shelf -> shelf.all() > 0);
    }

    private boolean isWrong(Caller caller, CommandSpec spec, String typed) {
        Param param = spec.params().getFirst();
        return NAMED.contains(param.kind())
                && fitting(caller, spec, param, typed).stream()
                        .noneMatch(one -> one.word().equalsIgnoreCase(typed));
    }

    /** The next word, where it is missing. */
    private static Optional<Param> next(CommandSpec spec, int words) {
        return spec.params().stream()
                .skip(words)
                .findFirst()
                .filter(param -> param.need() == Param.Need.REQUIRED && OFFERED.contains(param.kind()));
    }

    private List<Desk.Candidate> fitting(Caller caller, CommandSpec spec, Param param, String begun) {
        return desk.complete(caller, spec.name(), param.name(), begun, ALL).stream()
                .filter(one -> one.word().matches("\\S+"))
                .toList();
    }

    private static List<String> words(String rest) {
        return Arrays.stream(rest.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String spaced(List<String> words) {
        return words.stream().map(word -> word + " ").collect(Collectors.joining());
    }

    private static String after(List<String> words) {
        return words.stream().skip(1).map(word -> " " + word).collect(Collectors.joining());
    }
}
