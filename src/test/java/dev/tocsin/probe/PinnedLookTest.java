package dev.tocsin.probe;

import static dev.tocsin.probe.HttpBench.said;
import static dev.tocsin.probe.RecordingServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.target.AddressOrder;
import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.TlsLibrary;
import dev.tocsin.core.target.TlsTerms;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Looks past a name that fails, at the address that served last. */
class PinnedLookTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final SocketProber prober = Probers.trusting(null, TlsLibrary.SYSTEM, AddressPolicy.PUBLIC);
    private final LoopbackNameServer silent = LoopbackNameServer.of(query -> Optional.empty());
    private final RecordingServer server = new RecordingServer(ok(""));

    @AfterEach
    void close() {
        prober.close();
        silent.close();
        server.close();
    }

    @Test
    void theAddressIsAskedInTheNamesStead() {
        Check.Http check = http("http://gone.test:" + server.port() + "/", Optional.empty());

        assertThat(said(prober.look(check, Reach.ANYWHERE, Duration.ofMillis(300))))
                .startsWith("DNS dns_timeout");
        Finding past =
                prober.lookAt("127.0.0.1", check, Reach.ANYWHERE, TIMEOUT).orElseThrow();

        assertThat(said(past)).isEqualTo("up");
        assertThat(past.address()).contains("127.0.0.1");
        assertThat(server.requests().getFirst()).contains("Host: gone.test:" + server.port());
    }

    @Test
    void itMayGoNoFartherThanOtherLooks() {
        Check.Http check = http("http://gone.test:" + server.port() + "/", Optional.empty());
        Finding past = prober.lookAt("127.0.0.1", check, Reach.PUBLIC, TIMEOUT).orElseThrow();

        assertThat(past.outcome().isWorking()).isFalse();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void whereThereIsNoNameOrSomebodyElseResolvesItNothingIsPinned() {
        Check.Http literal = http("http://127.0.0.1:" + server.port() + "/", Optional.empty());
        Check.Http behind = http("http://gone.test/", Optional.of(URI.create("http://127.0.0.1:" + server.port())));

        assertThat(prober.lookAt("127.0.0.1", literal, Reach.ANYWHERE, TIMEOUT)).isEmpty();
        assertThat(prober.lookAt("127.0.0.1", behind, Reach.ANYWHERE, TIMEOUT)).isEmpty();
    }

    private Check.Http http(String url, Optional<URI> proxy) {
        Route route = new Route(AddressOrder.IPV4_ONLY, Optional.of(silent.server()), proxy);
        return HttpBench.check(url, HttpAsk.GET, HttpBench.ANYTHING, TlsTerms.STRICT, route);
    }
}
