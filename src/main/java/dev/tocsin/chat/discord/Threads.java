package dev.tocsin.chat.discord;

import java.util.Optional;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.entities.channel.attribute.IThreadContainer;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of messages: opened with the message, or at the latest when something follows it. A thread has the id of the
 * message it hangs on. Safe for use by many threads.
 */
final class Threads {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

    private final Session session;

    Threads(Session session) {
        this.session = session;
    }

    /** The thread of this message, opened if it was not yet; nothing where there can be none. */
    Optional<Long> of(Place message, String title) {
        if (session.find(message.message()) instanceof Found.Here) {
            return Optional.of(message.message());
        }
        return session.find(message.channel()) instanceof Found.Here(IThreadContainer home)
                        && takesThreads(home.getType())
                ? opened(home, message, title)
                : Optional.empty();
    }

    private static boolean takesThreads(ChannelType home) {
        return home == ChannelType.TEXT || home == ChannelType.NEWS;
    }

    private static Optional<Long> opened(IThreadContainer home, Place message, String title) {
        Outcome outcome = Spot.outcome(
                () -> home.createThreadChannel(title, message.message())
                        .setAutoArchiveDuration(ThreadChannel.AutoArchiveDuration.TIME_1_WEEK),
                thread -> new Outcome.Posted(new Place(thread.getIdLong(), 0)));
        return switch (outcome) {
            case Outcome.Posted(Place thread) -> Optional.of(thread.channel());
            case Outcome.Failed(Trouble.Exists ignored) -> Optional.of(message.message());
            case Outcome.Failed(Trouble trouble) -> {
                LOG.info("no thread was opened for {}: {}", message, trouble);
                yield Optional.empty();
            }
        };
    }
}
