package dev.tocsin.config;

import static dev.tocsin.config.Named.keys;
import static dev.tocsin.config.Named.optional;
import static dev.tocsin.config.Named.required;

import dev.tocsin.config.Shape.Choice;
import dev.tocsin.config.Shape.Flag;
import dev.tocsin.config.Shape.FlagOr;
import dev.tocsin.config.Shape.Free;
import dev.tocsin.config.Shape.Items;
import dev.tocsin.config.Shape.Keys;
import dev.tocsin.config.Shape.SecretText;
import dev.tocsin.config.Shape.Whole;
import dev.tocsin.config.Shape.WordOr;
import java.util.List;

/** The keys that say where people are. */
final class PlatformShapes {
    static final FlagOr CONSOLE = new FlagOr(keys(
            optional("enabled", new Flag(), "true", "Whether commands and notices are in the console."),
            optional("colour", new Choice(List.of("auto", "never")), "\"auto\"", "Colours at a terminal.")));

    static final Keys DISCORD = keys(
            required("token", new SecretText(), "The bot's token."),
            optional(
                    "guilds",
                    new Items(Forms.DISCORD_ID),
                    "all, if only the bot's owner can add it to servers",
                    "Servers whose managers are admins of the bot."),
            optional(
                    "shards",
                    new WordOr("auto", new Whole(1, 1_000)),
                    "\"auto\"",
                    "Sessions that share the servers; auto takes as many as Discord recommends."),
            optional(
                    "trialGuild",
                    Forms.DISCORD_ID,
                    "",
                    "Server in which alone commands are registered, at once: for development."),
            optional("apiUrl", Forms.URL, "Discord's", "Base of the HTTP API, where it goes through a proxy."),
            optional("gatewayUrl", Forms.GATEWAY, "the one the API names", "Address of the gateway, likewise."));

    static final Keys TELEGRAM = keys(
            required("token", new SecretText(), "The bot's token."),
            optional(
                    "apiUrl",
                    Forms.URL,
                    "Telegram's",
                    "Where the Bot API is: scheme, host and port of a local server."));

    static final Free ADMINS = new Free("platform", Forms.ANY, new Items(Forms.ANY));

    private PlatformShapes() {}
}
