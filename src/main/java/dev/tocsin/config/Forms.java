package dev.tocsin.config;

import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import dev.tocsin.config.Shape.Choice;
import dev.tocsin.config.Shape.Length;
import dev.tocsin.config.Shape.Text;
import dev.tocsin.config.Shape.Understood;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.target.HostText;
import dev.tocsin.core.target.NameServer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** What single values look like. */
final class Forms {
    /** Longest expression or path, in characters. */
    private static final int LONGEST = 500;

    private static final Optional<String> FINE = Optional.empty();
    private static final Optional<String> WRONG = Optional.of("");

    static final Text ANY = text("[^\\p{Cc}]{1,200}", "a text of 1 to 200 characters");
    static final Text ID = text(
            "[a-z0-9][a-z0-9._-]{0,63}", "an id: 1 to 64 lower-case letters, digits, dots, hyphens or underscores");
    static final Text URL =
            text("https?://\\S{1,2000}", "a URL of http or https without spaces, such as https://www.example.org/");
    static final Text HOST_PORT = text("(\\[[0-9a-fA-F:.%]+]|[^:\\s/\\[\\]]+):\\d{1,5}", "host:port");
    static final Text ZONE = text("[A-Za-z][A-Za-z0-9_+/-]{0,60}", "a time zone such as Europe/Tirane");
    static final Text STATUS = text("[1-5]\\d\\d(-[1-5]\\d\\d)?", "a status or a range such as 200-399");
    static final Text TAG = text("[a-z0-9][a-z0-9._-]{0,31}", "a lower-case word");
    static final Text CHANNEL = text("[a-z]{2,20}:\\S{1,100}", "platform:address, such as console:main");
    static final Text DISCORD_ID = text("\\d{1,19}", "an id of Discord's in quotes, such as \"123456789012345678\"");
    static final Text MENTION =
            new Text(Manner.Mention.FORM, "role: or user: and an id of Discord's, such as \"role:123456789012345678\"");
    static final Text GATEWAY = text("wss?://\\S{1,2000}", "a URL of ws or wss");
    static final Text SCOPE = text(
            "all|network:[a-z0-9][a-z0-9._-]{0,63}|tag:[a-z0-9][a-z0-9._-]{0,31}|[a-z0-9][a-z0-9._-]{0,63}",
            "all, a target's id, network:id or tag:word");
    static final Text PATH = text("\\S.{0,1000}", "a path");
    static final Text BODY = text("[\\s\\S]{1,10000}", "a text of 1 to 10000 characters");
    static final Text SEND = text(
            "(?:[^\\\\\\p{Cc}]|\\\\[rnt0]|\\\\x[0-9a-fA-F]{2}){1,500}",
            "a text of 1 to 500 characters, in which \\r, \\n, \\t, \\0 and \\xHH stand for bytes");
    static final Text HEADER = text("[!#$%&'*+.^_`~0-9A-Za-z-]{1,100}", "the name of a header");
    static final Text USER = text("[^\\p{Cc}:]{1,200}", "a user name without a colon");
    static final Text ALPN = text("[!-~]{1,50}", "a protocol such as h2 or http/1.1");
    static final Text PROXY = text("http://(\\[[0-9a-fA-F:.]+]|[^:\\s/@\\[\\]?#]+):\\d{1,5}", "http://host:port");
    static final Choice SEVERITY = new Choice(List.of("low", "normal", "high"));
    static final Choice FOLLOWING = new Choice(List.of("reply", "thread", "edit"));
    static final Choice TLS_LIBRARY = new Choice(List.of("system", "conscrypt"));
    static final Choice RCODE = new Choice(List.of("NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED"));

    static final Length EVERY = new Length(Duration.ofSeconds(1), Duration.ofDays(1));
    static final Length TIMEOUT = new Length(Duration.ofMillis(100), Duration.ofMinutes(1));
    static final Length KEEP = new Length(Duration.ofHours(1), Duration.ofDays(3650));

    static final Understood REGEX = new Understood("a regular expression", Forms::regex);
    static final Understood JSON_PATH = new Understood("a JSON path such as $.status", Forms::jsonPath);
    static final Understood HOST = new Understood("a host name or address", Forms::host);
    static final Understood DOMAIN = new Understood("a domain name", Forms::domain);
    static final Understood DNS_TYPE = new Understood("a type of DNS record such as A or MX", Forms::type);
    static final Understood RESOLVER = new Understood(
            "a name server such as 9.9.9.9, tls://dns.example or https://dns.example/dns-query, or system",
            Forms::resolver);

    private Forms() {}

    private static Text text(String form, String expected) {
        return new Text(Pattern.compile(form), expected);
    }

    private static Optional<String> regex(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.of("1 to " + LONGEST + " characters");
        }
        try {
            Pattern.compile(text);
            return FINE;
        } catch (PatternSyntaxException wrong) {
            return Optional.of(wrong.getDescription());
        }
    }

    private static Optional<String> jsonPath(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.of("1 to " + LONGEST + " characters");
        }
        try {
            JsonPath.compile(text);
            return FINE;
        } catch (JsonPathException | IllegalArgumentException wrong) {
            String why = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
            return Optional.of(why.contains("Exception") ? "" : why);
        }
    }

    private static Optional<String> host(String text) {
        return HostText.read(text) instanceof HostText.Unusable unusable ? Optional.of("it " + unusable.why()) : FINE;
    }

    private static Optional<String> domain(String text) {
        if (!text.matches("[^\\s\\p{Cc}/@:]{1,254}")) {
            return WRONG;
        }
        try {
            Name.fromString(text, Name.root);
            return FINE;
        } catch (TextParseException wrong) {
            return WRONG;
        }
    }

    private static Optional<String> type(String text) {
        int type = Type.value(text.toUpperCase(Locale.ROOT));
        return type > 0 && Type.isRR(type) ? FINE : WRONG;
    }

    private static Optional<String> resolver(String text) {
        if (text.equals(RouteReader.SYSTEM)) {
            return FINE;
        }
        return NameServer.parse(text).map(server -> host(server.host())).orElse(WRONG);
    }
}
