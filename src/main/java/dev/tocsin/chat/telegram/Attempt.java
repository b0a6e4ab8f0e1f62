package dev.tocsin.chat.telegram;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A part in the form, and at the place, in which it is tried. */
record Attempt(Part part, Spot spot, Pen.Bell bell) {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
    private static final String ELSEWHERE = "(Told here because the topic meant for it is closed or no more.)";

    /** The same without what this is about; nothing where that would change nothing. */
    Optional<Attempt> without(Trouble trouble) {
        return switch (trouble) {
            case Trouble.NoReply ignored
            when spot.reply().isPresent() -> Optional.of(new Attempt(part, spot.alone(), bell));
            case Trouble.NoTopic ignored
            when spot.topic().isPresent() ->
                Optional.of(new Attempt(
                        part instanceof Part.Text text ? text.noted(ELSEWHERE) : part, spot.inGeneral(), bell));
            case Trouble.Refused(String why)
            when part instanceof Part.Text text -> {
                LOG.error("a fault of ours: Telegram refuses the form of a notice, sent in plain words: {}", why);
                yield Optional.of(new Attempt(text.inWords(), spot, bell));
            }
            default -> Optional.empty();
        };
    }
}
