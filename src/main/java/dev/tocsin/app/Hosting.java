package dev.tocsin.app;

import dev.tocsin.chat.Host;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.engine.Engine;
import java.util.function.Predicate;

/** Tells the engine what a platform tells of itself. */
record Hosting(Engine engine, String platform) implements Host {
    @Override
    public void trouble(String sentence) {
        engine.trouble(platform, sentence);
    }

    @Override
    public void reachable(Predicate<ChannelRef> channels) {
        engine.hasten(channel -> channel.platform().equals(platform) && channels.test(channel));
    }
}
