package dev.tocsin.chat.fake;

/** A file that came with a request, in the multipart field of that name. */
public final class Attached {
    private final String field;
    private final String name;
    private final byte[] bytes;

    public Attached(String field, String name, byte[] bytes) {
        this.field = field;
        this.name = name;
        this.bytes = bytes.clone();
    }

    /** The field: {@code files[0]}, {@code photo}, or the name that an {@code attach://} address names. */
    public String field() {
        return field;
    }

    public String name() {
        return name;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int size() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return name + " (" + bytes.length + " bytes)";
    }
}
