package dev.tocsin.command.look;

import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.observe.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a certificate says of itself, and how long it still holds. Pure. */
final class CertificateFacts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int PARTY = 200;
    private static final int NAME = 80;
    private static final int NAMES = 6;

    private CertificateFacts() {}

    static List<Block> of(Certificate shown, Instant at) {
        List<Block> facts = new ArrayList<>();
        facts.add(fact("Certificate", OutsideText.cut(shown.subject(), PARTY)));
        facts.add(fact("Issued by", OutsideText.cut(shown.issuer(), PARTY)));
        facts.add(fact("Good for", names(shown.names())));
        if (at.isBefore(shown.from())) {
            facts.add(fact("Valid from", DAY.format(shown.from()) + ", which is yet to come"));
        }
        facts.add(fact("Valid until", DAY.format(shown.until()) + ", " + left(shown, at)));
        facts.add(fact("SHA-256", OutsideText.cut(shown.fingerprint(), 64)));
        facts.add(fact("TLS", session(shown)));
        return facts;
    }

    private static Block fact(String label, String text) {
        return new Block.Fact(label, Line.of(text));
    }

    private static String names(List<String> names) {
        if (names.isEmpty()) {
            return "no name";
        }
        String first = names.stream()
                .limit(NAMES)
                .map(name -> OutsideText.cut(name, NAME))
                .collect(Collectors.joining(", "));
        return names.size() > NAMES ? first + " and " + (names.size() - NAMES) + " more" : first;
    }

    private static String left(Certificate shown, Instant at) {
        if (at.isAfter(shown.until())) {
            return "ended " + days(Duration.between(shown.until(), at).toDays()) + " ago";
        }
        return days(shown.daysLeft(at)) + " left";
    }

    private static String days(long days) {
        return days == 0 ? "less than a day" : days == 1 ? "1 day" : days + " days";
    }

    private static String session(Certificate shown) {
        if (shown.agreed().isEmpty()) {
            return "the handshake came to nothing";
        }
        String alpn = shown.alpn()
                .map(protocol -> "ALPN " + OutsideText.cut(protocol, NAME))
                .orElse("no ALPN");
        return OutsideText.cut(shown.agreed(), NAME) + ", " + alpn;
    }
}
