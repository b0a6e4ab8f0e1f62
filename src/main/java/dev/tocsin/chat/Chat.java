package dev.tocsin.chat;

import dev.tocsin.command.Desk;
import dev.tocsin.engine.Channel;
import java.util.Optional;

/** A chat platform that the bot is connected to with one account. Safe for use by many threads. */
public interface Chat extends Channel, AutoCloseable {
    /** Connects in the background, and answers with this desk from then on. Called once. */
    void start(Desk desk);

    /** The link by which somebody adds the bot elsewhere, where the platform has such links and it is known. */
    default Optional<String> invitation() {
        return Optional.empty();
    }

    /** Leaves the platform, within 20 s; no thread is left behind. */
    @Override
    void close();
}
