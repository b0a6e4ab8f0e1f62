package dev.tocsin.config;

import static dev.tocsin.config.Named.keys;
import static dev.tocsin.config.Named.optional;
import static dev.tocsin.config.Named.required;

import dev.tocsin.config.Shape.Flag;
import dev.tocsin.config.Shape.Items;
import dev.tocsin.config.Shape.Keys;
import dev.tocsin.config.Shape.OneOrMore;
import dev.tocsin.config.Shape.Whole;

/** Every key of bot-config.json; those of targets stand in {@link TargetShapes}. */
final class Shapes {
    private static final Keys SUBSCRIPTION = keys(
            required("channel", Forms.CHANNEL, "Where notices go."),
            optional("to", Forms.SCOPE, "\"all\"", "What the channel is told of."),
            optional("atLeast", Forms.SEVERITY, "\"low\"", "Lowest severity that is told."),
            optional(
                    "follow",
                    Forms.FOLLOWING,
                    "\"reply\"",
                    "How what follows an outage is told: messages that answer the outage's, messages in a thread of it, or the outage's message alone, which is edited."),
            optional("mention", new OneOrMore(Forms.MENTION), "[]", "Who is called to outages in Discord."));

    private static final String TLS =
            "Whose TLS looks speak: Java's, or BoringSSL's by Conscrypt, at a lower cost; Java's too where that does not run.";

    /** The whole file. */
    static final Keys ROOT = keys(
            optional("$schema", Forms.ANY, "", "The JSON Schema, for editors."),
            optional("timezone", Forms.ZONE, "\"UTC\"", "Local time where nothing else says."),
            optional("vantage", Forms.ANY, "\"here\"", "What people call the place looks are made from."),
            optional("store", Forms.PATH, "\"data/tocsin.db\"", "SQLite file; relative to this file's folder."),
            optional("console", PlatformShapes.CONSOLE, "true", "Chat at the terminal; channel `console:main`."),
            optional("discord", PlatformShapes.DISCORD, "", "Discord; channels are `discord:` and a channel's id."),
            optional(
                    "telegram",
                    PlatformShapes.TELEGRAM,
                    "",
                    "Telegram; channels are `telegram:` and a chat's id, with `/` and a topic's id behind it where one is meant."),
            optional(
                    "admins",
                    PlatformShapes.ADMINS,
                    "{}",
                    "Who may do everything, by platform. Whoever types in the console always may."),
            optional(
                    "operators",
                    new Items(Forms.CHANNEL),
                    "[\"console:main\"]",
                    "Channels that hear of the bot's own troubles."),
            optional(
                    "security",
                    keys(
                            optional(
                                    "allow",
                                    new Items(Forms.ANY),
                                    "[]",
                                    "Address ranges (CIDR) that targets of chat may point at though not public."),
                            optional(
                                    "ports",
                                    new Items(new Whole(1, 65_535)),
                                    "[]",
                                    "Ports that targets of chat may use though browsers block them, such as 25.")),
                    "",
                    "What chat may do."),
            optional("practice", new Flag(), "false", "A practice network on loopback, to try the bot with."),
            optional(
                    "looks",
                    keys(
                            optional(
                                    "inFlight",
                                    new Whole(1, 20_000),
                                    "8000",
                                    "Most looks going on at once; each needs an open file. Where as many hang, others wait."),
                            optional(
                                    "shards",
                                    new Whole(1, 64),
                                    "16",
                                    "Groups of targets that are scheduled on their own."),
                            optional("tls", Forms.TLS_LIBRARY, "\"system\"", TLS)),
                    "",
                    "How looks are made."),
            optional("defaults", TargetShapes.DEFAULTS, "", "What holds for targets that do not say."),
            optional(
                    "controls",
                    new Items(TargetShapes.CONTROL),
                    "[]",
                    "Addresses in other networks that are expected to answer. When two thirds fail, the bot concludes nothing."),
            optional("networks", new Items(GroupingShapes.NETWORK), "[]", "Groups of targets that can fail together."),
            optional("grouping", GroupingShapes.GROUPING, "", "How targets that name no network come to one."),
            optional("targets", new Items(TargetShapes.TARGET), "[]", "What is watched."),
            optional("subscriptions", new Items(SUBSCRIPTION), "[]", "Who is told."),
            optional(
                    "retention",
                    keys(
                            optional("looks", Forms.KEEP, "\"48h\"", "For how long each look is kept."),
                            optional(
                                    "minutes",
                                    Forms.KEEP,
                                    "\"30d\"",
                                    "For how long it is kept what the looks of each minute came to."),
                            optional("hours", Forms.KEEP, "\"400d\"", "The same of each hour."),
                            optional("days", Forms.KEEP, "\"400d\"", "The same of each day."),
                            optional(
                                    "records",
                                    Forms.KEEP,
                                    "\"365d\"",
                                    "For how long ended incidents, deliveries and the audit are kept.")),
                    "",
                    "What is removed when."));

    private Shapes() {}
}
