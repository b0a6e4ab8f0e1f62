package dev.tocsin.config;

import static dev.tocsin.config.Named.keys;
import static dev.tocsin.config.Named.optional;
import static dev.tocsin.config.Named.required;

import dev.tocsin.config.Shape.Choice;
import dev.tocsin.config.Shape.Flag;
import dev.tocsin.config.Shape.Free;
import dev.tocsin.config.Shape.Items;
import dev.tocsin.config.Shape.Keys;
import dev.tocsin.config.Shape.Length;
import dev.tocsin.config.Shape.OneOrMore;
import dev.tocsin.config.Shape.Scalar;
import dev.tocsin.config.Shape.SecretText;
import dev.tocsin.config.Shape.Whole;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys of targets, of what holds where they do not say, and of controls. */
final class TargetShapes {
    private static final Choice METHOD =
            new Choice(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"));
    private static final Choice START_TLS = new Choice(List.of("smtp", "imap", "pop3", "xmpp", "postgres"));
    private static final Choice ADDRESSES = new Choice(List.of("4,6", "6,4", "4", "6"));
    private static final Length SLOW = new Length(Duration.ofMillis(1), Duration.ofMinutes(1));
    private static final Length WITHIN = new Length(Duration.ofSeconds(10), Duration.ofDays(40));

    private static final Keys CONFIRM = keys(
            optional(
                    "rule",
                    new Choice(List.of("weighed", "count")),
                    "\"weighed\", or \"count\" where a count is given",
                    "How looks confirm: each weighed by how likely it is at a working, a failing and a dead target, or a"
                            + " plain count."),
            optional("failures", new Whole(1, 100), "3", "Failed looks in a row that confirm an outage."),
            optional("successes", new Whole(1, 100), "2", "Good looks in a row that confirm the return."),
            optional(
                    "recheck",
                    new Length(Duration.ofMillis(100), Duration.ofHours(1)),
                    "\"5s\"",
                    "Pause before the next look while one or the other is being confirmed."));

    private static final Keys LOGIN = keys(
            optional("user", Forms.USER, "", "User name of HTTP's basic login."),
            optional("password", new SecretText(), "", "Its password."),
            optional("bearer", new SecretText(), "", "A bearer token, in place of the two."));

    private static final Keys CERTIFICATE = keys(
            required("file", Forms.PATH, "A PKCS #12 file; relative to this file's folder."),
            required("password", new SecretText(), "What opens it."));

    static final Keys DEFAULTS = keys(
            optional("every", Forms.EVERY, "\"30s\"", "From one look at a target to the next."),
            optional("timeout", Forms.TIMEOUT, "\"10s\"", "Deadline of one look, all its phases together."),
            optional("confirm", CONFIRM, "", "What confirms an outage and its end."),
            optional("resolver", Forms.RESOLVER, "\"system\"", "Name server that is asked for targets' addresses."));

    static final Keys CONTROL = keys(
            required("name", Forms.ANY, "What people call it."),
            optional("url", Forms.URL, "", "Looked at with HTTP. A control has one of `url`, `tcp`, `dns`, `icmp`."),
            optional("tcp", Forms.HOST_PORT, "", "Looked at with a TCP connection."),
            optional("dns", Forms.DOMAIN, "", "A domain name that is asked about."),
            optional("icmp", Forms.HOST, "", "Looked at with ICMP echoes."),
            option("type", Forms.DNS_TYPE, "\"A\"", "Type of record that is asked for."),
            option("resolver", Forms.RESOLVER, "`defaults.resolver`", "Name server that is asked."),
            option("addresses", ADDRESSES, "\"4,6\"", "IPv4 or IPv6 addresses, or both in this order."));

    /** The keys of a target; chat's targets have those that are neither objects nor secrets. */
    static final Keys TARGET = keys(
            required("id", Forms.ID, "What the target goes by in commands; never changes."),
            optional("name", Forms.ANY, "the id", "What people call it."),
            optional("url", Forms.URL, "", "Looked at with HTTP. A target has exactly one of `url` to `heartbeat`."),
            optional("tcp", Forms.HOST_PORT, "", "Looked at with a TCP connection."),
            optional("tls", Forms.HOST_PORT, "", "Looked at with a TLS handshake, for its certificate."),
            optional("dns", Forms.DOMAIN, "", "A domain name that is asked about."),
            optional("icmp", Forms.HOST, "", "Looked at with ICMP echoes."),
            optional(
                    "heartbeat",
                    new SecretText(),
                    "",
                    "Token by which the target reports in by itself; 16 characters or more."),
            option("method", METHOD, "\"GET\"", "What is sent."),
            option(
                    "headers",
                    new Free("header", Forms.HEADER, new SecretText()),
                    "{}",
                    "Headers that are sent; a value may be a secret or stand here."),
            option("body", Forms.BODY, "", "Body that is sent; not with GET or HEAD."),
            option("login", LOGIN, "", "How the look says who it is."),
            option(
                    "redirects",
                    new Whole(0, 20),
                    "10",
                    "Most redirects that are followed; with 0 one is an answer like any other."),
            option("http", new Choice(List.of("1.1", "2", "any")), "\"1.1\"", "Version of HTTP."),
            option("expect", new OneOrMore(Forms.STATUS), "\"200-399\"", "HTTP statuses that count as working."),
            option(
                    "contains",
                    new OneOrMore(Forms.ANY),
                    "",
                    "Text that the first 1 MiB of the body, or one of the DNS answers, must hold. DNS takes one."),
            option("lacks", new OneOrMore(Forms.ANY), "", "Text that the body must not hold."),
            option("matches", Forms.REGEX, "", "Regular expression found in the body, or in one of the DNS answers."),
            option(
                    "json",
                    new Free("JSON path", Forms.JSON_PATH, new Scalar()),
                    "{}",
                    "Values that the JSON body must hold."),
            option(
                    "expectHeaders",
                    new Free("header", Forms.HEADER, Forms.REGEX),
                    "{}",
                    "By header, a regular expression found in its value."),
            option("startTls", START_TLS, "", "Protocol that turns to TLS after its greeting."),
            option("send", Forms.SEND, "", "What is said."),
            option("reply", Forms.REGEX, "", "Regular expression found in the first 64 KiB of the reply."),
            option("type", Forms.DNS_TYPE, "\"A\"", "Type of record that is asked for."),
            option("rcode", Forms.RCODE, "\"NOERROR\"", "Response code that counts as working."),
            option("count", new Whole(1, 20), "3", "Echoes of one look."),
            option(
                    "mostLost",
                    new Whole(0, 99),
                    "50",
                    "Percent of them that may be lost while it still counts as working, but slow."),
            option("within", WITHIN, "required there", "Longest time from one report to the next."),
            option(
                    "verify",
                    new Flag(),
                    "true",
                    "Whether the certificate must be valid. TLS options are for `https`, `tls` and `startTls`."),
            option("leastTls", new Choice(List.of("1.2", "1.3")), "", "Lowest version of TLS that counts as working."),
            option("alpn", Forms.ALPN, "", "Protocol that must be agreed on."),
            option(
                    "leastDays",
                    new Whole(0, 400),
                    "0",
                    "Days that the certificate must have left, else the target is degraded; 0 for never."),
            option(
                    "warnDays",
                    new Items(new Whole(0, 400)),
                    "[21, 7, 1]",
                    "Days before its end at which people are told, once for each certificate; [] for never."),
            option("clientCertificate", CERTIFICATE, "", "Certificate that the look shows."),
            option("addresses", ADDRESSES, "\"4,6\"", "IPv4 or IPv6 addresses, or both in this order."),
            option(
                    "resolver",
                    Forms.RESOLVER,
                    "its network's, else `defaults.resolver`",
                    "Name server that is asked; of chat's targets it must be public."),
            option("proxy", Forms.PROXY, "", "HTTP proxy that the look goes through."),
            option("slow", SLOW, "", "An answer that takes longer is good but slow; shorter than the timeout."),
            optional("network", Forms.ID, "", "Id of the network it stands in."),
            optional("tags", new Items(Forms.TAG), "[]", "Words to select it by."),
            optional(
                    "severity",
                    Forms.SEVERITY,
                    "\"normal\"",
                    "How much its outage matters; what tells of `low` alone comes without a sound."),
            optional("every", Forms.EVERY, "`defaults.every`", "From one look to the next."),
            optional("timeout", Forms.TIMEOUT, "`defaults.timeout`", "Deadline of one look."),
            optional("confirm", CONFIRM, "`defaults.confirm`", "What confirms an outage and its end."),
            optional("timezone", Forms.ZONE, "its network's", "Local time of the place it serves."));

    private TargetShapes() {}

    /** An option of some kinds, which the help names. */
    private static Named option(String name, Shape shape, String byDefault, String help) {
        Set<TargetKind> owners = TargetKind.owners(name);
        String kinds = owners.stream().map(kind -> "`" + kind.key() + "`").collect(Collectors.joining(", "));
        return optional(name, shape, byDefault, kinds + ": " + help);
    }
}
