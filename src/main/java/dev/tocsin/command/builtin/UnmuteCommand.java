package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.command.TimePhrase;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.engine.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Ends a mute or a maintenance early. */
final class UnmuteCommand implements Command {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Surroundings here;

    UnmuteCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "unmute",
                "End a mute or a maintenance now",
                Role.ADMIN,
                List.of(Param.required("what", Param.Kind.WORD, "its number in /mutes, or what was muted")),
                List.of("/unmute 3", "/unmute all"));
    }

    @Override
    public Message handle(Invocation typed) {
        String what = typed.text("what").orElseThrow();
        List<Mute> found = here.situation().mutes().stream()
                .filter(mute -> what.replaceFirst("^#", "").equals(Long.toString(mute.id()))
                        || mute.scope().spelled().equalsIgnoreCase(what)
                        || mute.scope().spelled().equalsIgnoreCase("network:" + what)
                        || mute.scope().spelled().equalsIgnoreCase("tag:" + what))
                .toList();
        if (found.size() != 1) {
            return Message.of(
                    Tone.ERROR,
                    (found.isEmpty() ? "Nothing is" : "More than one thing is") + " muted as \""
                            + OutsideText.cut(what, 60) + "\"; /mutes lists the numbers.");
        }
        Mute mute = found.getFirst();
        Request request = new Request.EndSilence(mute.id(), typed.caller().name());
        return Answers.to(here.requests().submit(request), changes -> ended(mute, typed));
    }

    private static Message ended(Mute mute, Invocation typed) {
        Message message =
                Answers.good("Notices about " + mute.scope().spelled() + " are sent again; what is down now is told.");
        return message.suggest("Undo", again(mute, typed));
    }

    /** The line that holds back what is left of it, to the next whole minute. */
    private static String again(Mute mute, Invocation typed) {
        Instant until = wholeMinute(mute.until());
        String length = TimePhrase.spell(
                Duration.between(latest(mute.from(), typed.now()).truncatedTo(ChronoUnit.MINUTES), until));
        String line = switch (mute.purpose()) {
            case MUTE -> "/mute " + mute.scope().spelled() + " until " + spell(until, typed);
            case MAINTENANCE ->
                "/maintenance " + mute.scope().spelled() + " " + length
                        + (mute.from().isAfter(typed.now()) ? " " + spell(wholeMinute(mute.from()), typed) : "");
        };
        return mute.reason().isEmpty() ? line : line + " \"" + mute.reason().replace('"', '\'') + "\"";
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant wholeMinute(Instant at) {
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(at) ? at : minute.plus(1, ChronoUnit.MINUTES);
    }

    private static String spell(Instant at, Invocation typed) {
        return MINUTE.format(at.atZone(typed.caller().zone()));
    }
}
