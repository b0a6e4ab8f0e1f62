package dev.tocsin.probe;

import dev.tocsin.core.target.TlsTerms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** Keys that looks show to servers, read from their files and again when a file changes. Safe for use by many threads. */
final class ClientKeys {
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Read(FileTime at, KeyManager[] managers) {}

    private final Map<TlsTerms.ClientCertificate, Read> known = new ConcurrentHashMap<>();

    /**
     * The keys in this file.
     *
     * @throws UncheckedIOException where it cannot be read: our fault and not the server's
     */
    KeyManager[] of(TlsTerms.ClientCertificate certificate) throws GeneralSecurityException {
        try {
            return read(certificate);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "the client certificate cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private KeyManager[] read(TlsTerms.ClientCertificate certificate) throws IOException, GeneralSecurityException {
        Path file = Path.of(certificate.file());
        FileTime changed = Files.getLastModifiedTime(file);
        Read read = known.get(certificate);
        if (read == null || !read.at().equals(changed)) {
            read = new Read(
                    changed, managers(file, certificate.password().reveal().toCharArray()));
            known.put(certificate, read);
        }
        return read.managers();
    }

    private static KeyManager[] managers(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, password);
        return factory.getKeyManagers();
    }
}
