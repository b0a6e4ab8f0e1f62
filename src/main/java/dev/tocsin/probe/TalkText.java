package dev.tocsin.probe;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Between the bytes on a connection and the text that people write and read. Pure. */
final class TalkText {
    private static final int SHOWN = 120;

    private TalkText() {}

    /**
     * The bytes of a text with {@code \r}, {@code \n}, {@code \t}, {@code \0}, {@code \\} and {@code \xHH}; the rest in
     * UTF-8. A backslash before anything else stands for itself.
     */
    static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '\\' && isHex(text, at)) {
                bytes.write(HexFormat.fromHexDigits(text, at + 2, at + 4));
                at += 4;
                continue;
            }
            int escaped =
                    text.charAt(at) == '\\' && at + 1 < text.length() ? "rnt0\\".indexOf(text.charAt(at + 1)) : -1;
            if (escaped >= 0) {
                bytes.write("\r\n\t\0\\".charAt(escaped));
                at += 2;
                continue;
            }
            int next = text.offsetByCodePoints(at, 1);
            bytes.writeBytes(text.substring(at, next).getBytes(StandardCharsets.UTF_8));
            at = next;
        }
        return bytes.toByteArray();
    }

    /** UTF-8 where it is, else a character for each byte, so that expressions can name any byte. */
    static String text(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException notText) {
            return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        }
    }

    /** The beginning of what came from outside, in one line, without characters that steer a terminal or a chat. */
    static String harmless(String text) {
        String line = text.strip().replaceAll("\\s+", " ").replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", "·");
        if (line.length() <= SHOWN) {
            return line;
        }
        return line.substring(0, Character.isHighSurrogate(line.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN) + "…";
    }

    private static boolean isHex(String text, int at) {
        return at + 3 < text.length()
                && text.charAt(at + 1) == 'x'
                && HexFormat.isHexDigit(text.charAt(at + 2))
                && HexFormat.isHexDigit(text.charAt(at + 3));
    }
}
