package dev.tocsin.app;

import dev.tocsin.chat.console.ConsoleChat;
import dev.tocsin.chat.discord.DiscordChat;
import dev.tocsin.chat.telegram.TelegramChat;
import dev.tocsin.command.Desk;
import dev.tocsin.command.Invitation;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.engine.Channel;
import dev.tocsin.engine.Engine;
import java.util.List;
import java.util.Optional;

/** Where people are, each place as the config wants it now. */
record Chats(ConsoleChat console, Line<DiscordChat.Terms> discord, Line<TelegramChat.Terms> telegram) {
    List<Channel> all() {
        return List.of(console, discord, telegram);
    }

    /** Greets whoever is at the console, and answers everywhere from now on. */
    void start(InForce now, Engine engine, Desk desk, Runnable quit) {
        console.tell(Greeting.of(now, engine.roster().targets().size()));
        console.start(desk, quit);
        adopt(now);
        discord.start(desk, new Hosting(engine, DiscordChat.PLATFORM));
        telegram.start(desk, new Hosting(engine, TelegramChat.PLATFORM));
    }

    /** Puts a changed config in force. */
    void hold(InForce before, InForce after, Engine engine) {
        adopt(after);
        show(before.console(noColour()), after.console(noColour()), after, engine);
    }

    private void adopt(InForce config) {
        discord.adopt(Terms.discord(config.settings().platforms()));
        telegram.adopt(Terms.telegram(config.settings().platforms()));
    }

    /** How the bot is added elsewhere, as far as that is known now. */
    List<Invitation> invitations() {
        return discord.invitation().map(link -> new Invitation("Discord", link)).stream()
                .toList();
    }

    static Optional<String> noColour() {
        return Optional.ofNullable(System.getenv("NO_COLOR"));
    }

    private void show(ConsoleChat.Look before, ConsoleChat.Look after, InForce now, Engine engine) {
        if (after == ConsoleChat.Look.OFF && before != after) {
            console.tell(Message.of(Tone.INFO, "The config turns the console off; the bot goes on."));
        }
        console.show(after);
        if (before == ConsoleChat.Look.OFF && before != after) {
            console.tell(Greeting.of(now, now.declared().targets().size()));
            engine.hasten(ConsoleChat.MAIN::equals);
        }
    }
}
