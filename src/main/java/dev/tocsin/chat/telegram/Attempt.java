package dev.tocsin.chat.telegram;

import dev.tocsin.core.notice.Bell;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A part in the form, and at the place, in which it is tried. */
record Attempt(Part part, Spot spot, Bell bell) {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
    private static final String ELSEWHERE = "(Told here because the topic meant for it is closed or no more.)";

    /** The same without what this is about; nothing where that would change nothing. */
    Optional<Attempt> without(Trouble trouble) {
        return switch (trouble) {
            case Trouble.NoReply ignored
            when spot.reply().isPresent() -> Optional.of(new Attempt(part, spot.alone(), bell));
            case Trouble.NoTopic ignored
            when spot.topic().isPresent() -> Optional.of(new Attempt(part.noted(ELSEWHERE), spot.inGeneral(), bell));
            case Trouble.Unreadable(String why) -> plainly(part, why).map(this::as);
            case Trouble.Refused(String why)
            when part instanceof Part.Photo photo -> Optional.of(as(unpictured(photo, why)));
            case Trouble.NotAllowed(String why)
            when part instanceof Part.Photo photo -> {
                LOG.info("a notice comes without its picture: {}", why);
                yield Optional.of(as(photo.told()));
            }
            case Trouble.Refused(String why) -> plainly(part, why).map(this::as);
            default -> Optional.empty();
        };
    }

    private Attempt as(Part other) {
        return new Attempt(other, spot, bell);
    }

    /** The words for a picture that Telegram does not take. */
    static Part.Words unpictured(Part.Photo photo, String why) {
        LOG.error(
                "a fault of ours: Telegram refuses {}, {}, told in words: {}",
                photo.picture().fileName(),
                photo.picture().png(),
                why);
        return photo.told();
    }

    /** The same without markup and buttons; nothing where there are none. */
    static Optional<Part> plainly(Part part, String why) {
        Optional<Part> plain = switch (part) {
            case Part.Text text -> Optional.of(text.inWords());
            case Part.Photo photo when photo.caption() instanceof Part.Text -> Optional.of(photo.inWords());
            default -> Optional.empty();
        };
        plain.ifPresent(ignored ->
                LOG.error("a fault of ours: Telegram refuses the form of a notice, told in plain words: {}", why));
        return plain;
    }
}
