package dev.tocsin.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An authority and servers' certificates, P-256, made once for each JVM by the JDK's own keytool. */
enum Certificates {
    HEALTHY("-30d", 365, "dns:localhost,ip:127.0.0.1", "ca"),
    ENDS_SOON("-30d", 35, "dns:localhost,ip:127.0.0.1", "ca"),
    EXPIRED("-30d", 10, "dns:localhost,ip:127.0.0.1", "ca"),
    NOT_YET_VALID("+30d", 365, "dns:localhost,ip:127.0.0.1", "ca"),
    WRONG_HOST("-30d", 365, "dns:elsewhere.example", "ca"),
    UNKNOWN_AUTHORITY("-30d", 365, "dns:localhost,ip:127.0.0.1", "stranger");

    private static final char[] PASSWORD = "for-tests".toCharArray();
    private static final KeyStore MADE = make();

    private final String start;
    private final int days;
    private final String names;
    private final String signer;

    Certificates(String start, int days, String names, String signer) {
        this.start = start;
        this.days = days;
        this.names = names;
        this.signer = signer;
    }

    /** The one authority that tests trust. */
    static KeyStore authorities() {
        try {
            KeyStore store = empty();
            store.setCertificateEntry("ca", MADE.getCertificate("ca"));
            return store;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Serves TLS on a connection, and completes the handshake. */
    SSLSocket secure(Socket connection) throws IOException {
        return secure(connection, socket -> {});
    }

    SSLSocket secure(Socket connection, Consumer<SSLSocket> tuning) throws IOException {
        SSLSocket socket = (SSLSocket) context().getSocketFactory().createSocket(connection, null, true);
        socket.setUseClientMode(false);
        tuning.accept(socket);
        socket.startHandshake();
        return socket;
    }

    /** PKCS #12 with this key alone, protected by {@code for-tests}. */
    Path file() throws IOException {
        Path file = Files.createTempFile("tocsin-", ".p12");
        file.toFile().deleteOnExit();
        try (var out = Files.newOutputStream(file)) {
            alone().store(out, PASSWORD);
            return file;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Key and certificates, readable by those who know no PKCS #12. */
    Path pem() throws IOException {
        Path file = Files.createTempFile("tocsin-", ".pem");
        file.toFile().deleteOnExit();
        try {
            StringBuilder text = new StringBuilder(
                    block("PRIVATE KEY", MADE.getKey(name(), PASSWORD).getEncoded()));
            for (Certificate one : MADE.getCertificateChain(name())) {
                text.append(block("CERTIFICATE", one.getEncoded()));
            }
            return Files.writeString(file, text);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String block(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                + label + "-----\n";
    }

    /** A server's context with this certificate. */
    SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(alone(), PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private KeyStore alone() throws GeneralSecurityException {
        KeyStore store = empty();
        store.setKeyEntry("key", MADE.getKey(name(), PASSWORD), PASSWORD, MADE.getCertificateChain(name()));
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static KeyStore make() {
        try {
            Path folder = Files.createTempDirectory("tocsin-certificates-");
            Path file = folder.resolve("all.p12");
            for (String authority : List.of("ca", "stranger")) {
                keytool(file, authority, "-60d", 730, List.of("-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign"));
            }
            for (Certificates one : values()) {
                keytool(
                        file,
                        one.name(),
                        one.start,
                        one.days,
                        List.of("-ext", "san=" + one.names, "-signer", one.signer));
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD);
            }
            Files.delete(file);
            Files.delete(folder);
            return store;
        } catch (IOException | GeneralSecurityException | InterruptedException broken) {
            throw new IllegalStateException("keytool made no certificates", broken);
        }
    }

    private static void keytool(Path file, String alias, String start, int days, List<String> more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1"));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", new String(PASSWORD), "-alias", alias));
        command.addAll(List.of("-dname", "CN=" + alias, "-startdate", start, "-validity", Integer.toString(days)));
        command.addAll(more);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(said);
        }
    }
}
