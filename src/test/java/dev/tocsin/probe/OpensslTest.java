package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.TlsLibrary;
import dev.tocsin.core.target.TlsTerms;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Looks at a TLS server that is not ours and not Java's, where the machine has one. */
@ParameterizedClass
@EnumSource(TlsLibrary.class)
class OpensslTest {
    private final TlsLibrary library;

    OpensslTest(TlsLibrary library) {
        this.library = library;
    }

    @BeforeEach
    void isThere() {
        assumeTrue(Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "openssl"))));
    }

    @ParameterizedTest
    @CsvSource({
        "HEALTHY, -tls1_3 -alpn h2, up",
        "HEALTHY, -tls1_2 -alpn h2, 'TLS ssl_version expected TLSv1.3 or newer, found TLSv1.2'",
        "HEALTHY, -tls1_3 -alpn spdy/1, TLS ssl_alpn none of ours",
        "EXPIRED, -tls1_3 -alpn h2, TLS ssl_expired_certificate",
        "WRONG_HOST, -tls1_2, TLS ssl_invalid_hostname"
    })
    void anotherImplementationIsReadAlike(Certificates certificate, String options, String said) throws IOException {
        Process server = serve(certificate, options);
        try (BufferedReader output = server.inputReader();
                Looking looking = new Looking(library)) {
            int port = port(output);
            TlsTerms terms = new TlsTerms(
                    TlsTerms.Verification.FULL,
                    Optional.of("TLSv1.3"),
                    Optional.of("h2"),
                    0,
                    List.of(),
                    Optional.empty());
            Check.Tls check = new Check.Tls("localhost", port, Optional.empty(), terms, Route.DIRECT, Optional.empty());

            assertThat(Looking.said(looking.look(check))).isEqualTo(said);
        } finally {
            server.destroyForcibly();
        }
    }

    /** The chain holds the server's certificate twice, as careless configurations do. */
    private static Process serve(Certificates certificate, String options) throws IOException {
        String pem = certificate.pem().toString();
        List<String> command = new ArrayList<>(List.of(
                "openssl", "s_server", "-accept", "127.0.0.1:0", "-key", pem, "-cert", pem, "-cert_chain", pem));
        command.addAll(List.of(options.split(" ")));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** The port it says it accepts on: {@code ACCEPT 127.0.0.1:40000}. */
    private static int port(BufferedReader output) throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith("ACCEPT ")) {
            line = output.readLine();
        }
        assumeTrue(line != null && line.contains(":"), "this openssl does not say where it listens");
        return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
    }
}
