package dev.tocsin.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Notices that the config has changed, by its content. A change counts once it was the same in two checks in a row,
 * since editors write in pieces. Used by one thread.
 */
public final class ConfigWatch {
    private final Path file;
    private final ConfigReader reader;
    private byte[] known;
    private byte[] last;

    /** A watch that knows the file as it is now. */
    public ConfigWatch(Path file, ConfigReader reader) {
        this.file = file;
        this.reader = reader;
        this.known = fingerprint();
        this.last = known;
    }

    /** What a new content reads as; empty while there is none. Call it about once a second. */
    public Optional<ConfigReading> check() {
        byte[] now = fingerprint();
        boolean steady = Arrays.equals(now, last);
        last = now;
        if (!steady || Arrays.equals(now, known)) {
            return Optional.empty();
        }
        known = now;
        return Optional.of(reader.read(file));
    }

    private byte[] fingerprint() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        } catch (IOException gone) {
            return "gone".getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
