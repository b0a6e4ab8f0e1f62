package dev.tocsin.app;

import dev.tocsin.chat.Chat;
import dev.tocsin.chat.Host;
import dev.tocsin.command.Desk;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.engine.Channel;
import dev.tocsin.engine.Outgoing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A chat platform as the config wants it now: off, or connected on the terms that hold. Safe for use by many threads.
 *
 * @param <T> the terms; equal ones need no new connection
 */
final class Line<T> implements Channel, AutoCloseable {
    private final String platform;
    private final Opening<T> opening;
    private @Nullable Desk desk;
    private Host host = text -> {};
    private volatile Optional<T> terms = Optional.empty();
    private volatile @Nullable Chat chat;

    /** A way to connect. */
    interface Opening<T> {
        /**
         * A chat that is not started.
         *
         * @param host hears what keeps the platform off, and what can be reached again
         */
        Chat open(T terms, Host host);
    }

    Line(String platform, Opening<T> opening) {
        this.platform = platform;
        this.opening = opening;
    }

    /** Connects as wanted so far. */
    synchronized void start(Desk answers, Host hears) {
        desk = answers;
        host = hears;
        connect();
    }

    /** Connects, connects anew or disconnects, where that is another wish than before. */
    synchronized void adopt(Optional<T> wanted) {
        if (!wanted.equals(terms)) {
            close();
            terms = wanted;
            connect();
        }
    }

    /** How the bot is added elsewhere, once that is known. */
    Optional<String> invitation() {
        return Optional.ofNullable(chat).flatMap(Chat::invitation);
    }

    @Override
    public String platform() {
        return platform;
    }

    @Override
    public DeliveryResult send(ChannelRef to, Outgoing message) {
        Chat now = chat;
        return now == null ? off() : now.send(to, message);
    }

    @Override
    public Editing editing() {
        return Editing.POSSIBLE;
    }

    @Override
    public DeliveryResult amend(ChannelRef in, Receipt sent, Outgoing outgoing) {
        Chat now = chat;
        return now == null ? off() : now.amend(in, sent, outgoing);
    }

    @Override
    public DeliveryResult pin(ChannelRef in, Receipt sent) {
        Chat now = chat;
        return now == null ? off() : now.pin(in, sent);
    }

    @Override
    public DeliveryResult unpin(ChannelRef in, Receipt sent) {
        Chat now = chat;
        return now == null ? off() : now.unpin(in, sent);
    }

    @Override
    public synchronized void close() {
        Chat now = chat;
        chat = null;
        if (now != null) {
            now.close();
        }
    }

    private DeliveryResult off() {
        return new DeliveryResult.Deferred(
                Optional.empty(),
                terms.isPresent() ? platform + " is being connected" : "the config has no " + platform + ".token");
    }

    private void connect() {
        Desk answers = desk;
        if (answers != null && terms.isPresent()) {
            Chat next = opening.open(terms.get(), host);
            next.start(answers);
            chat = next;
        }
    }
}
