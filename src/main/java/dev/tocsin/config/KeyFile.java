package dev.tocsin.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Optional;

/** PKCS #12 files, opened to see whether they can be. */
final class KeyFile {
    private KeyFile() {}

    /** Why no key can be had from the file; empty where one can. */
    static Optional<String> mistake(Path file, char[] password) {
        if (!Files.isRegularFile(file)) {
            return Optional.of("no such file; expected a PKCS #12 file at " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return hasKey(store, password)
                    ? Optional.empty()
                    : Optional.of("holds no key; expected a key and its certificate");
        } catch (IOException | GeneralSecurityException unopened) {
            return Optional.of("cannot be opened; expected a PKCS #12 file that this password opens");
        }
    }

    private static boolean hasKey(KeyStore store, char[] password) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getKey(alias, password) != null) {
                return true;
            }
        }
        return false;
    }
}
