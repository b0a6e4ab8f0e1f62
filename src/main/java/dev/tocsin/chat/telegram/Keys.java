package dev.tocsin.chat.telegram;

import dev.tocsin.engine.Memo;
import dev.tocsin.engine.StoreUnavailable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands as a button carries them, in 64 bytes: themselves where they fit, and else a key under which they are kept over
 * restarts, until as many others took their places. Safe for use by many threads.
 */
final class Keys {
    static final String KEPT = "key:";
    /** Bytes. Source: https://core.telegram.org/bots/api#inlinekeyboardbutton */
    static final int ROOM = 64;

    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);
    private static final int KEY = 24;
    private static final int PLACE = 2;

    private final Memo memo;

    Keys(Memo memo) {
        this.memo = memo;
    }

    /** Empty where the command is long and the store cannot keep it. */
    Optional<String> data(String command) {
        if (command.startsWith("/") && command.getBytes(StandardCharsets.UTF_8).length <= ROOM) {
            return Optional.of(command);
        }
        String key = key(command);
        try {
            String kept = key + "\n" + command;
            if (!memo.read(place(key)).equals(Optional.of(kept))) {
                memo.write(place(key), kept);
            }
            return Optional.of(KEPT + key);
        } catch (StoreUnavailable trouble) {
            LOG.warn("a button is left out: {}", trouble.text());
            return Optional.empty();
        }
    }

    /** Empty where it is no command, or one that is not kept any more. */
    Optional<String> command(String data) {
        if (data.startsWith("/")) {
            return Optional.of(data);
        }
        String key = data.startsWith(KEPT) ? data.substring(KEPT.length()) : "";
        if (!key.matches("[0-9a-f]{" + KEY + "}")) {
            return Optional.empty();
        }
        try {
            return memo.read(place(key))
                    .filter(kept -> kept.startsWith(key + "\n"))
                    .map(kept -> kept.substring(KEY + 1));
        } catch (StoreUnavailable trouble) {
            LOG.warn("a button leads nowhere: {}", trouble.text());
            return Optional.empty();
        }
    }

    private static String place(String key) {
        return "telegram/button/" + key.substring(0, PLACE);
    }

    private static String key(String command) {
        return Print.of(command).substring(0, KEY);
    }

    /** A fingerprint. */
    static final class Print {
        private Print() {}

        static String of(String text) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
