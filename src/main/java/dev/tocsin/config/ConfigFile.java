package dev.tocsin.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file a config stands in. */
record ConfigFile(Path path) {
    private static final long LARGEST = 20L << 20;

    /** What was found there at one moment. */
    sealed interface Content {
        record Text(String text) implements Content {}

        /**
         * No config can be read.
         *
         * @param why in words, with what was expected
         */
        record None(String why) implements Content {}
    }

    /** Whether a second read shows what stands there then, as it does not with a pipe. A file that is gone may come back. */
    boolean isWatchable() {
        return Files.isRegularFile(path) || Files.notExists(path) || Files.isDirectory(path);
    }

    /** What is there now; reads once. */
    Content content() {
        try {
            if (Files.isRegularFile(path) && Files.size(path) > LARGEST) {
                return new Content.None("is larger than 20 MiB; expected a config");
            }
            return new Content.Text(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString());
        } catch (NoSuchFileException missing) {
            return new Content.None("no such file; expected the config there, or give another with --config");
        } catch (CharacterCodingException notText) {
            return new Content.None("is not UTF-8 text; expected JSON");
        } catch (IOException unreadable) {
            return new Content.None(
                    "cannot be read (" + unreadable.getMessage() + "); expected a file this user may read");
        }
    }
}
