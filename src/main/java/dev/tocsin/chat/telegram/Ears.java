package dev.tocsin.chat.telegram;

import dev.tocsin.chat.Host;
import dev.tocsin.core.notice.ChannelRef;
import java.time.Duration;
import java.util.Optional;

/**
 * What the listening half hears, for the half that sends. Safe for use by many threads.
 *
 * @param host hears what keeps people from being heard, and which chats can be reached again
 */
record Ears(Gate gate, Host host) implements Hearing {
    @Override
    public void moved(ChannelRef from, ChannelRef to) {
        Address.parse(to.address())
                .ifPresent(next -> Address.parse(from.address())
                        .ifPresent(old -> gate.rests().moved(old.chat(), next.chat())));
    }

    @Override
    public void asleep(ChannelRef channel, String why) {
        Address.parse(channel.address()).ifPresent(at -> gate.rests().sleep(at.chat(), why));
    }

    @Override
    public void awake(ChannelRef channel) {
        Address.parse(channel.address()).ifPresent(at -> {
            gate.rests().seen(at.chat());
            host.reachable(other -> isIn(at.chat(), other));
        });
    }

    @Override
    public Optional<Duration> speak(long chat) {
        return gate.speak(chat);
    }

    @Override
    public void told(long chat, Duration pause) {
        gate.told(chat, pause);
    }

    @Override
    public void heard() {
        host.reachable(channel -> true);
    }

    @Override
    public void refused() {
        gate.refused();
    }

    @Override
    public void accepted() {
        gate.accepted();
    }

    @Override
    public void trouble(String sentence) {
        host.trouble(sentence);
    }

    /** Topics are in the chat. */
    private static boolean isIn(long chat, ChannelRef channel) {
        return Address.parse(channel.address()).filter(at -> at.chat() == chat).isPresent();
    }
}
