package dev.tocsin.probe;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** DNS records as text. Pure. */
final class DnsText {
    private static final int LONGEST = 300;

    private DnsText() {}

    /** What a record says; the strings of a TXT record joined (RFC 7208, 3.3), since where they are cut means nothing. */
    static String content(Record record) {
        try {
            return record instanceof TXTRecord text ? joined(text.getStringsAsByteArrays()) : record.rdataToString();
        } catch (RuntimeException malformed) {
            return "(cannot be shown)";
        }
    }

    /** One line about a record, that may be shown anywhere. */
    static String line(Record record) {
        return harmless(record.getName().toString(true) + " " + record.getTTL() + " " + Type.string(record.getType())
                + " " + content(record));
    }

    /** Without what would move the cursor, turn the direction of the text, or go on for ever. */
    static String harmless(String text) {
        StringBuilder plain = new StringBuilder(Math.min(text.length(), LONGEST));
        int at = 0;
        for (int points = 0; at < text.length() && points < LONGEST; points++) {
            int point = text.codePointAt(at);
            plain.appendCodePoint(isHarmless(point) ? point : 0xFFFD);
            at += Character.charCount(point);
        }
        return at < text.length() ? plain.append('…').toString() : plain.toString();
    }

    private static String joined(List<byte[]> strings) {
        return strings.stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
