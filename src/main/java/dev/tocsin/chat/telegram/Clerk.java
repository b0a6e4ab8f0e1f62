package dev.tocsin.chat.telegram;

import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Desk;
import dev.tocsin.command.Role;
import dev.tocsin.core.message.Counted;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.message.Tone;
import java.util.Optional;

/**
 * Puts to the desk what is asked, for the channel it is meant for, and lays out what may be chosen. Safe for use by many
 * threads, which it blocks.
 */
final class Clerk {
    private static final String SUBSCRIBE = "subscribe";
    private static final int WORD = 60;

    private final Desk desk;
    private final Choices choices;
    private final Elsewhere elsewhere;

    /** A line whose command there is. */
    private record Known(CommandSpec spec, String rest) {}

    Clerk(Desk desk, Elsewhere elsewhere) {
        this.desk = desk;
        this.choices = new Choices(desk);
        this.elsewhere = elsewhere;
    }

    /** What the desk says to a line, with what may have been meant. */
    Offer answered(Asker asker, String line) {
        return known(line)
                .map(known -> switch (elsewhere.of(asker, known.spec(), known.rest())) {
                    case Elsewhere.Meant.Refused(Message why) -> Offer.plain(why);
                    case Elsewhere.Meant.In in -> answered(known.spec(), in);
                })
                .orElseGet(() -> Offer.plain(desk.answer(asker.caller(), line)));
    }

    private Offer answered(CommandSpec spec, Elsewhere.Meant.In in) {
        Message answer = desk.answer(in.caller(), "/" + spec.name() + in.rest());
        Optional<Shelf> missing = choices.missing(in.caller(), spec, in.head(), in.rest(), answer);
        Message offered = missing.isPresent() ? answer : choices.near(in.caller(), spec, in.head(), in.rest(), answer);
        return new Offer(in.title().map(title -> told(offered, title, in)).orElse(offered), missing, spec.role());
    }

    /** Names the channel, also in what is suggested. */
    private Message told(Message answer, String title, Elsewhere.Meant.In in) {
        Message told = new Message(answer.tone(), answer.headline(), answer.blocks(), java.util.List.of())
                .fact("Channel", Line.of(title));
        String channel = in.caller().channel().address();
        for (Message.Suggestion each : answer.suggestions()) {
            String command = known(each.command())
                    .filter(known -> known.spec().role() == Role.CHANNEL_MANAGER
                            && !known.rest().contains("@"))
                    .map(known -> "/" + known.spec().name() + " @" + channel + known.rest())
                    .orElse(each.command());
            told = told.suggest(each.label(), command);
        }
        return told;
    }

    /** What that channel may be told of; why nothing, where the one who asks does not manage it. */
    Optional<Offer> channel(Asker asker, long channel) {
        Optional<CommandSpec> subscribe = desk.specs().stream()
                .filter(spec -> spec.name().equals(SUBSCRIBE))
                .findFirst();
        return subscribe.map(spec -> switch (elsewhere.of(asker, spec, " @" + channel)) {
            case Elsewhere.Meant.Refused(Message why) -> Offer.plain(why);
            case Elsewhere.Meant.In in -> scopes(spec, in);
        });
    }

    private Offer scopes(CommandSpec spec, Elsewhere.Meant.In in) {
        if (in.caller().role().compareTo(spec.role()) < 0) {
            return answered(spec, in);
        }
        Message asked = Message.of(
                        Tone.INFO,
                        Line.of("What is ")
                                .strong(in.title().orElse("the channel"))
                                .text(" to be told of?"))
                .fact("Or type", Line.empty().code(in.head() + "all high"));
        return new Offer(asked, choices.shelf(in.caller(), spec, "", Pick.first("", in.head(), "")), spec.role());
    }

    /** What fits now; nothing where the one who asks may not choose. */
    Optional<Shelf> shelf(Asker asker, Pick pick) {
        return known(pick.before())
                .flatMap(known -> elsewhere.of(asker, known.spec(), known.rest()) instanceof Elsewhere.Meant.In in
                        ? choices.shelf(in.caller(), known.spec(), in.rest(), pick)
                        : Optional.empty());
    }

    /** What was found, or why nothing was. */
    Offer found(Asker asker, Pick pick) {
        return shelf(asker, pick)
                .map(shelf -> new Offer(found(shelf), Optional.of(shelf), role(pick.before())))
                .orElseGet(() -> answered(asker, pick.before().strip()));
    }

    private static Message found(Shelf shelf) {
        String begun = OutsideText.cut(shelf.pick().begun(), WORD);
        return shelf.all() == 0
                ? Message.of(Tone.WARNING, Line.of("Nothing has \"" + begun + "\" in its name."))
                : Message.of(
                        Tone.INFO,
                        Line.of(Counted.of(shelf.all(), "choice") + " with \"" + begun + "\" for ")
                                .code(shelf.pick().before().strip()));
    }

    /** The least that somebody must be to read what is answered to the line. */
    Role role(String line) {
        return known(line).map(known -> known.spec().role()).orElse(Role.EVERYONE);
    }

    private Optional<Known> known(String line) {
        return Typed.of(line).flatMap(typed -> typed.spec(desk.specs()).map(spec -> new Known(spec, typed.rest())));
    }
}
