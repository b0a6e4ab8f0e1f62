package dev.tocsin.chat.discord;

/** A file that came with a request, in the multipart field of that name. */
final class Attached {
    private final String field;
    private final String name;
    private final byte[] bytes;

    Attached(String field, String name, byte[] bytes) {
        this.field = field;
        this.name = name;
        this.bytes = bytes.clone();
    }

    /** Such as {@code files[0]}. */
    String field() {
        return field;
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int size() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return name + " (" + bytes.length + " bytes)";
    }
}
