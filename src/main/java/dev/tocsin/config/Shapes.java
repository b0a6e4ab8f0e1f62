package dev.tocsin.config;

import dev.tocsin.config.Shape.Choice;
import dev.tocsin.config.Shape.Flag;
import dev.tocsin.config.Shape.FlagOr;
import dev.tocsin.config.Shape.Free;
import dev.tocsin.config.Shape.Items;
import dev.tocsin.config.Shape.Key;
import dev.tocsin.config.Shape.Keys;
import dev.tocsin.config.Shape.Length;
import dev.tocsin.config.Shape.Need;
import dev.tocsin.config.Shape.OneOrMore;
import dev.tocsin.config.Shape.SecretText;
import dev.tocsin.config.Shape.Text;
import dev.tocsin.config.Shape.Whole;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Every key of bot-config.json. */
final class Shapes {
    private static final Text ANY = new Text(Pattern.compile("[^\\p{Cc}]{1,200}"), "a text of 1 to 200 characters");
    private static final Text ID = new Text(
            Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}"),
            "an id: 1 to 64 lower-case letters, digits, dots, hyphens or underscores");
    private static final Text URL =
            new Text(Pattern.compile("https?://\\S{1,2000}"), "a URL that begins with http:// or https://");
    private static final Text HOST_PORT =
            new Text(Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^:\\s/\\[\\]]+):\\d{1,5}"), "host:port");
    private static final Text ZONE =
            new Text(Pattern.compile("[A-Za-z][A-Za-z0-9_+/-]{0,60}"), "a time zone such as Europe/Tirane");
    private static final Text STATUS =
            new Text(Pattern.compile("[1-5]\\d\\d(-[1-5]\\d\\d)?"), "a status or a range such as 200-399");
    private static final Text TAG = new Text(Pattern.compile("[a-z0-9][a-z0-9._-]{0,31}"), "a lower-case word");
    private static final Text CHANNEL =
            new Text(Pattern.compile("[a-z]{2,20}:\\S{1,100}"), "platform:address, such as console:main");
    private static final Text SCOPE = new Text(
            Pattern.compile(
                    "all|network:[a-z0-9][a-z0-9._-]{0,63}|tag:[a-z0-9][a-z0-9._-]{0,31}|[a-z0-9][a-z0-9._-]{0,63}"),
            "all, a target's id, network:id or tag:word");
    private static final Text PATH = new Text(Pattern.compile("\\S.{0,1000}"), "a path");
    private static final Choice SEVERITY = new Choice(List.of("low", "normal", "high"));

    private static final Length EVERY = new Length(Duration.ofSeconds(1), Duration.ofDays(1));
    private static final Length TIMEOUT = new Length(Duration.ofMillis(100), Duration.ofMinutes(1));
    private static final Length KEEP = new Length(Duration.ofHours(1), Duration.ofDays(3650));

    private static final Keys CONFIRM = keys(
            optional("failures", new Whole(1, 100), "3", "Failed looks in a row that confirm an outage."),
            optional("successes", new Whole(1, 100), "2", "Good looks in a row that confirm the return."),
            optional(
                    "recheck",
                    new Length(Duration.ofMillis(100), Duration.ofHours(1)),
                    "\"5s\"",
                    "Pause before the next look while one or the other is being confirmed."));

    private static final Keys DEFAULTS = keys(
            optional("every", EVERY, "\"30s\"", "From one look at a target to the next."),
            optional("timeout", TIMEOUT, "\"10s\"", "Deadline of one look, all its phases together."),
            optional("confirm", CONFIRM, "", "The count that confirms an outage and its end."));

    private static final Keys CONTROL = keys(
            required("name", ANY, "What people call it."),
            optional("url", URL, "", "Looked at with HTTP. A control has either this or `tcp`."),
            optional("tcp", HOST_PORT, "", "Looked at with a TCP connection."));

    private static final Keys NETWORK = keys(
            required("id", ID, "What the network goes by in commands and in `targets`."),
            optional("name", ANY, "the id", "What people call it."),
            optional("asn", new Whole(1, 4_294_967_294L), "", "Autonomous system number."),
            optional("country", ANY, "", "Country or place it serves."),
            optional("timezone", ZONE, "the config's", "Local time of that place."));

    /** The keys of a target; chat's targets have the same. */
    static final Keys TARGET = keys(
            required("id", ID, "What the target goes by in commands; never changes."),
            optional("name", ANY, "the id", "What people call it."),
            optional("url", URL, "", "Looked at with HTTP GET. A target has either this or `tcp`."),
            optional("tcp", HOST_PORT, "", "Looked at with a TCP connection."),
            optional("expect", new OneOrMore(STATUS), "\"200-399\"", "HTTP statuses that count as working."),
            optional("contains", ANY, "", "Text that the first 1 MiB of the body must hold."),
            optional("network", ID, "", "Id of the network it stands in."),
            optional("tags", new Items(TAG), "[]", "Words to select it by."),
            optional("severity", SEVERITY, "\"normal\"", "How much its outage matters."),
            optional("every", EVERY, "`defaults.every`", "From one look to the next."),
            optional("timeout", TIMEOUT, "`defaults.timeout`", "Deadline of one look."),
            optional("confirm", CONFIRM, "`defaults.confirm`", "The count that confirms an outage and its end."),
            optional("timezone", ZONE, "its network's", "Local time of the place it serves."));

    private static final Keys SUBSCRIPTION = keys(
            required("channel", CHANNEL, "Where notices go."),
            optional("to", SCOPE, "\"all\"", "What the channel is told of."),
            optional("atLeast", SEVERITY, "\"low\"", "Lowest severity that is told."));

    /** The whole file. */
    static final Keys ROOT = keys(
            optional("$schema", ANY, "", "The JSON Schema, for editors."),
            optional("timezone", ZONE, "\"UTC\"", "Local time where nothing else says."),
            optional("vantage", ANY, "\"here\"", "What people call the place looks are made from."),
            optional("store", PATH, "\"data/tocsin.db\"", "SQLite file; relative to this file's folder."),
            optional(
                    "console",
                    new FlagOr(keys(
                            optional("enabled", new Flag(), "true", "Whether commands and notices are in the console."),
                            optional(
                                    "colour",
                                    new Choice(List.of("auto", "never")),
                                    "\"auto\"",
                                    "Colours at a terminal."))),
                    "true",
                    "Chat at the terminal; channel `console:main`."),
            optional(
                    "discord",
                    keys(required("token", new SecretText(), "The bot's token.")),
                    "",
                    "Discord. Read and kept; this version does not connect to it yet."),
            optional(
                    "telegram",
                    keys(required("token", new SecretText(), "The bot's token.")),
                    "",
                    "Telegram. Read and kept; this version does not connect to it yet."),
            optional(
                    "admins",
                    new Free("platform", new Items(ANY)),
                    "{}",
                    "Who may do everything, by platform. Whoever types in the console always may."),
            optional(
                    "operators",
                    new Items(CHANNEL),
                    "[\"console:main\"]",
                    "Channels that hear of the bot's own troubles."),
            optional(
                    "security",
                    keys(
                            optional(
                                    "allow",
                                    new Items(ANY),
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
                            optional("inFlight", new Whole(1, 20_000), "2000", "Most looks going on at once."),
                            optional(
                                    "shards",
                                    new Whole(1, 64),
                                    "16",
                                    "Groups of targets that are scheduled on their own.")),
                    "",
                    "How looks are made."),
            optional("defaults", DEFAULTS, "", "What holds for targets that do not say."),
            optional(
                    "controls",
                    new Items(CONTROL),
                    "[]",
                    "Addresses in other networks that are expected to answer. When two thirds fail, the bot concludes nothing."),
            optional("networks", new Items(NETWORK), "[]", "Groups of targets that can fail together."),
            optional("targets", new Items(TARGET), "[]", "What is watched."),
            optional("subscriptions", new Items(SUBSCRIPTION), "[]", "Who is told."),
            optional(
                    "retention",
                    keys(
                            optional("looks", KEEP, "\"30d\"", "For how long looks are kept."),
                            optional(
                                    "records",
                                    KEEP,
                                    "\"365d\"",
                                    "For how long ended incidents, deliveries and the audit are kept.")),
                    "",
                    "What is removed when."));

    private Shapes() {}

    private record Named(String name, Key key) {}

    private static Keys keys(Named... named) {
        Map<String, Key> keys = new LinkedHashMap<>();
        for (Named one : named) {
            keys.put(one.name(), one.key());
        }
        return new Keys(keys);
    }

    private static Named required(String name, Shape shape, String help) {
        return new Named(name, new Key(shape, Need.REQUIRED, "", help));
    }

    private static Named optional(String name, Shape shape, String byDefault, String help) {
        return new Named(name, new Key(shape, Need.OPTIONAL, byDefault, help));
    }
}
