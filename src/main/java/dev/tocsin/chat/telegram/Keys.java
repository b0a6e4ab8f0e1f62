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
 * What a button carries in 64 bytes, a command or a {@link Pick}: itself where it fits, and else a key under which it is
 * kept over restarts until others take its place, of which there are 4,096. Safe for use by many threads.
 */
final class Keys {
    static final String KEPT = "key:";
    /** Bytes. Source: https://core.telegram.org/bots/api#inlinekeyboardbutton */
    static final int ROOM = 64;

    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);
    private static final int KEY = 24;
    private static final int PLACE = 3;

    private final Memo memo;

    Keys(Memo memo) {
        this.memo = memo;
    }

    /** Empty where it is long and the store cannot keep it. */
    Optional<String> data(String meant) {
        if (isClear(meant) && meant.getBytes(StandardCharsets.UTF_8).length <= ROOM) {
            return Optional.of(meant);
        }
        return keep(meant, meant) ? Optional.of(KEPT + key(meant)) : Optional.empty();
    }

    /** Empty where it means nothing, or what is not kept any more. */
    Optional<String> meant(String data) {
        if (isClear(data)) {
            return Optional.of(data);
        }
        String key = data.startsWith(KEPT) ? data.substring(KEPT.length()) : "";
        return key.matches("[0-9a-f]{" + KEY + "}") ? read(key) : Optional.empty();
    }

    /** Keeps a text by that name; whether the store could. */
    boolean keep(String name, String text) {
        String key = key(name);
        String kept = key + "\n" + text;
        try {
            if (!memo.read(place(key)).equals(Optional.of(kept))) {
                memo.write(place(key), kept);
            }
            return true;
        } catch (StoreUnavailable trouble) {
            LOG.warn("a button is left out: {}", trouble.text());
            return false;
        }
    }

    /** What was kept by that name; empty once it is not kept any more. */
    Optional<String> kept(String name) {
        return read(key(name));
    }

    private Optional<String> read(String key) {
        try {
            return memo.read(place(key))
                    .filter(kept -> kept.startsWith(key + "\n"))
                    .map(kept -> kept.substring(KEY + 1));
        } catch (StoreUnavailable trouble) {
            LOG.warn("a button leads nowhere: {}", trouble.text());
            return Optional.empty();
        }
    }

    private static boolean isClear(String data) {
        return data.startsWith("/")
                || Pick.shown(data).isPresent()
                || Pick.sought(data).isPresent();
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
