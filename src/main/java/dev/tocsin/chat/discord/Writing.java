package dev.tocsin.chat.discord;

import java.util.Set;
import net.dv8tion.jda.api.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** In which form a letter is tried, and in which next where that is not taken. */
final class Writing {
    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

    private Writing() {}

    /** Where Discord refuses the form, or more than words, the words go out alone. */
    static Outcome written(Spot spot, Letter letter) {
        Outcome first = answering(spot, fitting(letter, spot.lacking()));
        if (!(first instanceof Outcome.Failed(Trouble trouble))) {
            return first;
        }
        return switch (trouble) {
            case Trouble.Refused(String why) -> {
                LOG.error(
                        "a fault of ours: Discord refuses the form of {}, sent in plain words: {}", letter.key(), why);
                yield answering(
                        spot, letter.withoutFiles("Discord did not take them").inWords());
            }
            case Trouble.NotAllowed denied -> {
                Outcome words = answering(
                        spot,
                        letter.withoutFiles("the bot may send nothing but words here")
                                .inWords());
                yield words instanceof Outcome.Posted ? words : first;
            }
            default -> first;
        };
    }

    /** The same for an edit. */
    static Outcome edited(FarSpot spot, Letter letter, long message) {
        Outcome first = awake(spot, letter, message);
        return switch (first) {
            case Outcome.Failed(Trouble.Refused(String why)) -> {
                LOG.error("a fault of ours: Discord refuses an edit, made in plain words: {}", why);
                yield spot.amend(letter.inWords(), message);
            }
            case Outcome.Failed(Trouble.NotAllowed denied) -> {
                Outcome words = spot.amend(letter.inWords(), message);
                yield words instanceof Outcome.Failed(Trouble.NotAllowed again) ? first : words;
            }
            default -> first;
        };
    }

    /** A thread that cannot be woken, since it is locked, takes no edit ever. */
    private static Outcome awake(FarSpot spot, Letter letter, long message) {
        Outcome first = spot.amend(letter, message);
        if (!(first instanceof Outcome.Failed(Trouble.Asleep(String why)))) {
            return first;
        }
        return switch (spot.wake()) {
            case Outcome.Posted ignored -> spot.amend(letter, message);
            case Outcome.Failed(Trouble.NotAllowed denied) -> new Outcome.Failed(new Trouble.NoReply(why));
            case Outcome.Failed failed -> failed;
        };
    }

    /** What cannot be answered any more is followed by a message of its own. */
    private static Outcome answering(Spot spot, Letter letter) {
        Outcome first = spot.post(letter);
        return first instanceof Outcome.Failed(Trouble.NoReply reason)
                        && letter.reply().isPresent()
                ? spot.post(letter.alone())
                : first;
    }

    /** As rich as it may be where the bot lacks these. */
    static Letter fitting(Letter letter, Set<Permission> lacking) {
        Letter fitting = letter;
        if (lacking.contains(Permission.MESSAGE_ATTACH_FILES)) {
            fitting = fitting.withoutFiles("the bot may not attach files here");
        }
        if (lacking.contains(Permission.MESSAGE_HISTORY)) {
            fitting = fitting.alone();
        }
        return lacking.contains(Permission.MESSAGE_EMBED_LINKS) ? fitting.inWords() : fitting;
    }
}
