package dev.tocsin.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.TlsLibrary;
import dev.tocsin.engine.Timepiece;
import java.net.URI;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Probers for tests. */
public final class Probers {
    private static final InstantSource CLOCK = InstantSource.system();

    private Probers() {}

    /** A prober under the strictest policy, on the real clock. */
    public static SocketProber open() {
        return new SocketProber(
                "Tocsin/test", () -> AddressPolicy.PUBLIC, new Reports(CLOCK), new Timepiece(CLOCK, System::nanoTime));
    }

    /** The same, trusting these authorities and no others. */
    static SocketProber trusting(KeyStore authorities) {
        return trusting(authorities, TlsLibrary.SYSTEM);
    }

    /** The same, speaking the TLS of this library, where it runs here; else the test is skipped. */
    static SocketProber trusting(@Nullable KeyStore authorities, TlsLibrary library) {
        return trusting(authorities, library, AddressPolicy.PUBLIC);
    }

    /** The same, under this policy. */
    static SocketProber trusting(@Nullable KeyStore authorities, TlsLibrary library, AddressPolicy policy) {
        TlsProvider provider = TlsProvider.of(library);
        assumeThat(provider.library()).isEqualTo(library);
        return new SocketProber(
                "Tocsin/test",
                () -> policy,
                new Reports(CLOCK),
                new Timepiece(CLOCK, System::nanoTime),
                new TlsSessions(provider, authorities));
    }

    /** Looks once over HTTP and HTTPS, with all the time that takes, so that later looks can be timed. */
    static void warmUp() {
        JsonValue.at("$.a", "{\"a\":[");
        JsonValue.at("$..a", "{\"a\":1}");
        byte[] answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);
        try (SocketProber prober = open();
                LoopbackServer server = new LoopbackServer(
                        connection -> connection.getOutputStream().write(answer))) {
            for (String scheme : List.of("http", "https")) {
                URI url = URI.create(scheme + "://127.0.0.1:" + server.port() + "/");
                prober.look(
                        new Check.Http(url, Check.Http.WORKING, Optional.empty()),
                        Reach.ANYWHERE,
                        Duration.ofSeconds(20));
            }
        }
    }
}
