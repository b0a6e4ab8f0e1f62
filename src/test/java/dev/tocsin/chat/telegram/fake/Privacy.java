package dev.tocsin.chat.telegram.fake;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Telegram's privacy mode, which bots have until their maker turns it off: what of a group's talk the bot is told. */
final class Privacy {
    private final World world;
    private volatile Mode mode = Mode.ON;

    enum Mode {
        ON,
        OFF
    }

    Privacy(World world) {
        this.world = world;
    }

    void set(Mode now) {
        mode = now;
    }

    boolean isOff() {
        return mode == Mode.OFF;
    }

    /** Whether the bot is told of the message. */
    boolean shows(FakeMessage message, OptionalLong repliesTo) {
        FakeChat chat = message.chat();
        Standing standing = chat.standing(world.bot.id());
        if (!standing.isInside()) {
            return false;
        }
        boolean all = !chat.kind().isGroup() || isOff() || standing.manages();
        return all || isForBot(message.content().words().text()) || isReply(chat, repliesTo);
    }

    private boolean isForBot(String text) {
        String name = "@" + world.bot.username().orElseThrow();
        String first = text.split("\\s", 2)[0];
        int at = first.indexOf('@');
        boolean command = first.startsWith("/");
        return (command && (at < 0 || first.substring(at).equalsIgnoreCase(name)))
                || (!command && text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)));
    }

    private boolean isReply(FakeChat chat, OptionalLong repliesTo) {
        return repliesTo.isPresent()
                && Optional.ofNullable(chat.messages.get(repliesTo.getAsLong()))
                        .filter(replied -> replied.author().equals(world.bot))
                        .isPresent();
    }
}
