package dev.tocsin.probe;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/**
 * Plain text before TLS, read a byte at a time: what follows belongs to TLS and must stay where it is. At most a hundred
 * pieces of 4 KiB; more is a protocol error.
 */
final class PlainLines {
    private static final int LONGEST = 4_096;
    private static final int MOST = 100;

    private final InputStream in;
    private int pieces;

    PlainLines(InputStream in) {
        this.in = in;
    }

    /** The next line, without its end. */
    String line() throws IOException {
        String line = until('\n');
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    /** What comes up to the end of the next XML tag, without white space around it. */
    String tag() throws IOException {
        return until('>').strip() + ">";
    }

    private String until(char end) throws IOException {
        pieces++;
        if (pieces > MOST) {
            throw new ProtocolException("more than " + MOST + " lines before TLS");
        }
        byte[] piece = new byte[LONGEST];
        for (int length = 0; length < LONGEST; length++) {
            int read = in.read();
            if (read < 0) {
                throw new EOFException("closed before TLS");
            }
            if (read == end) {
                return new String(piece, 0, length, StandardCharsets.UTF_8);
            }
            piece[length] = (byte) read;
        }
        throw new ProtocolException("more than " + LONGEST + " bytes without an end before TLS");
    }
}
