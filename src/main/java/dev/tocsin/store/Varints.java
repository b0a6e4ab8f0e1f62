package dev.tocsin.store;

import java.io.ByteArrayOutputStream;

/** Whole numbers from zero up, seven bits to a byte, the lowest first: small numbers are short. */
final class Varints {
    private Varints() {}

    static void write(ByteArrayOutputStream out, long number) {
        long left = number;
        while (left >= 0x80) {
            out.write((int) (left & 0x7f) | 0x80);
            left >>>= 7;
        }
        out.write((int) left);
    }

    /** Reads them back, in order. Bytes that are none throw {@link IllegalStateException}. */
    static final class Reader {
        private final byte[] bytes;
        private int next;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean hasMore() {
            return next < bytes.length;
        }

        long read() {
            long number = 0;
            for (int shift = 0; shift < Long.SIZE && hasMore(); shift += 7) {
                byte one = bytes[next++];
                number |= (long) (one & 0x7f) << shift;
                if (one >= 0) {
                    return number;
                }
            }
            throw new IllegalStateException("the store holds a roll-up that cannot be read");
        }
    }
}
