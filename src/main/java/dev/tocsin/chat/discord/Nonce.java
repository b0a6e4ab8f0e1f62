package dev.tocsin.chat.discord;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The word by which Discord knows a message that is sent again. Pure. */
final class Nonce {
    /** Discord takes 25 characters; 18 bytes make 24. */
    private static final int BYTES = 18;

    private Nonce() {}

    /** The same key gives the same word; two keys give two, but for one chance in 2^144. */
    static String of(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            byte[] head = java.util.Arrays.copyOf(hash, BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(head);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
