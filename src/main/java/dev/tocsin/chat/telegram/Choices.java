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
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Telegram completes nothing while people type, so what was left out or mistyped is offered with the answer. Where a
 * target must be typed to its end it is not. Safe for use by many threads.
 */
final class Choices {
    private static final int MOST = 8;
    private static final int ALL = 1_000;
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

    /** The answer, with what may have been meant where it is a refusal that offers nothing yet. */
    Message with(Caller caller, CommandSpec spec, String rest, Message answer) {
        if (answer.tone() != Tone.ERROR
                || !answer.suggestions().isEmpty()
                || caller.role().compareTo(spec.role()) < 0
                || spec.params().isEmpty()
                || rest.matches("(?s).*[\"=].*")) {
            return answer;
        }
        List<String> words = Arrays.stream(rest.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        Message offered = words.isEmpty() ? answer : corrected(caller, spec, words, answer);
        return offered.suggestions().isEmpty() ? completed(caller, spec, words, answer) : offered;
    }

    /** The first word is no target, but like one. */
    private Message corrected(Caller caller, CommandSpec spec, List<String> words, Message answer) {
        Param param = spec.params().getFirst();
        String typed = words.getFirst();
        if (!NAMED.contains(param.kind())) {
            return answer;
        }
        List<Desk.Candidate> all = complete(caller, spec, param, "", ALL);
        if (all.stream().anyMatch(one -> one.word().equalsIgnoreCase(typed))) {
            return answer;
        }
        List<Desk.Candidate> near = complete(caller, spec, param, typed, MOST);
        if (near.isEmpty()) {
            near = Nearest.to(typed, all.stream().map(Desk.Candidate::word).toList()).stream()
                    .map(word -> new Desk.Candidate(word, ""))
                    .toList();
        }
        String after = words.stream().skip(1).map(word -> " " + word).collect(Collectors.joining());
        return offered(answer, near, "/" + spec.name() + " ", after);
    }

    /** The next word is missing. */
    private Message completed(Caller caller, CommandSpec spec, List<String> words, Message answer) {
        if (words.size() >= spec.params().size()) {
            return answer;
        }
        Param next = spec.params().get(words.size());
        if (next.need() == Param.Need.OPTIONAL || !OFFERED.contains(next.kind())) {
            return answer;
        }
        String before = words.stream().map(word -> " " + word).collect(Collectors.joining());
        return offered(answer, complete(caller, spec, next, "", MOST), "/" + spec.name() + before + " ", "");
    }

    private static Message offered(Message answer, List<Desk.Candidate> candidates, String before, String after) {
        Message offered = answer;
        for (Desk.Candidate one : candidates) {
            String label = one.hint().isBlank() ? one.word() : one.word() + " · " + one.hint();
            offered = offered.suggest(label, before + one.word() + after);
        }
        return offered;
    }

    private List<Desk.Candidate> complete(Caller caller, CommandSpec spec, Param param, String begun, int most) {
        return desk.complete(caller, spec.name(), param.name(), begun, most).stream()
                .filter(one -> one.word().matches("\\S+"))
                .toList();
    }
}
