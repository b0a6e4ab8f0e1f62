package dev.tocsin.config;

import static dev.tocsin.config.Named.keys;
import static dev.tocsin.config.Named.optional;
import static dev.tocsin.config.Named.required;

import dev.tocsin.config.Shape.Choice;
import dev.tocsin.config.Shape.Items;
import dev.tocsin.config.Shape.Keys;
import dev.tocsin.config.Shape.Understood;
import dev.tocsin.config.Shape.Whole;
import dev.tocsin.core.network.SharedFrontEnds;
import dev.tocsin.core.target.AddressRange;
import java.util.List;
import java.util.Optional;

/** The keys that say which network a target stands in. */
final class GroupingShapes {
    private static final Optional<String> FINE = Optional.empty();
    private static final Optional<String> WRONG = Optional.of("");

    private static final Understood PREFIX = new Understood(
            "an address range such as 185.71.180.0/22 or 2001:db8::/32",
            text -> AddressRange.parse(text).isPresent() ? FINE : WRONG);

    private static final Understood FRONT_END = new Understood(
            "an autonomous system such as AS13335, or an address range such as 104.16.0.0/13",
            text -> SharedFrontEnds.isSpelling(text) ? FINE : WRONG);

    static final Keys NETWORK = keys(
            required("id", Forms.ID, "What the network goes by in commands and in `targets`."),
            optional("name", Forms.ANY, "the id", "What people call it."),
            optional("asn", new Whole(1, 4_294_967_294L), "", "Autonomous system number."),
            optional(
                    "prefixes",
                    new Items(PREFIX),
                    "[]",
                    "Address ranges. A target that names no network, and whose address lies in one, belongs to this network; the longest decides."),
            optional(
                    "operator",
                    Forms.ANY,
                    "its `asn`",
                    "Who runs it: networks of one operator, spelled the same, can fail together."),
            optional(
                    "country",
                    Forms.ANY,
                    "",
                    "Country or place it serves: networks of one country, spelled the same, can fail together."),
            optional("timezone", Forms.ZONE, "the config's", "Local time of that place."),
            optional("resolver", Forms.RESOLVER, "`defaults.resolver`", "Name server that is asked for its targets."));

    private static final Keys ZONES = keys(
            optional("origin", Forms.DOMAIN, "\"origin.asn.cymru.com\"", "Zone for IPv4 addresses."),
            optional("origin6", Forms.DOMAIN, "\"origin6.asn.cymru.com\"", "Zone for IPv6 addresses."),
            optional("names", Forms.DOMAIN, "\"asn.cymru.com\"", "Zone for the names of autonomous systems."));

    static final Keys GROUPING = keys(
            optional(
                    "lookup",
                    new Choice(List.of("off", "cymru")),
                    "\"off\"",
                    "Who is asked, by DNS, in whose network an address is: nobody, or Team Cymru's service, which then sees the public addresses of targets that name no network."),
            optional("zones", ZONES, "", "Where it is asked, if not at Team Cymru."),
            optional("resolver", Forms.RESOLVER, "\"system\"", "Name server that is asked."),
            optional(
                    "shared",
                    new Items(FRONT_END),
                    "the large content networks and clouds",
                    "Front ends that very many share: targets that answer there are in no network unless `network` or `prefixes` say so. Given, it replaces the default; [] for none."));

    private GroupingShapes() {}
}
