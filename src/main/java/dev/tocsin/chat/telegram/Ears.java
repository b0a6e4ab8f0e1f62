package dev.tocsin.chat.telegram;

import dev.tocsin.core.notice.ChannelRef;
import java.util.function.Consumer;

/**
 * What the listening half hears, for the half that sends. Safe for use by many threads.
 *
 * @param sentences hears what keeps people from being heard
 */
record Ears(Gate gate, Consumer<String> sentences) implements Hearing {
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
        Address.parse(channel.address()).ifPresent(at -> gate.rests().seen(at.chat()));
    }

    @Override
    public void spoke(long chat) {
        gate.spoke(chat);
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
        sentences.accept(sentence);
    }
}
