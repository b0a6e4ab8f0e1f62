package dev.tocsin.core.message;

import java.util.Arrays;

/** The bytes of a PNG file. Immutable. */
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final byte[] bytes;

    /** These bytes; throws {@link IllegalArgumentException} where they are no PNG (PNG specification, 5.2). */
    public Png(byte[] bytes) {
        if (bytes.length <= SIGNATURE.length
                || !Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
            throw new IllegalArgumentException("not a PNG file: " + bytes.length + " bytes");
        }
        this.bytes = bytes.clone();
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Png png && Arrays.equals(bytes, png.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "PNG of " + bytes.length + " bytes";
    }
}
