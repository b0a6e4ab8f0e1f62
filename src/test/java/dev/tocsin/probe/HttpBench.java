package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.BodyTest;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.HttpExpectation;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.TlsLibrary;
import dev.tocsin.core.target.TlsTerms;
import java.net.URI;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A prober and the checks that tests of HTTP looks make with it. */
final class HttpBench implements AutoCloseable {
    static final HttpExpectation ANYTHING = new HttpExpectation(Check.Http.WORKING, List.of(), Map.of());
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final SocketProber prober;

    HttpBench() {
        this(null);
    }

    /** Looks that trust these authorities and no others. */
    HttpBench(@Nullable KeyStore authorities) {
        this(authorities, AddressPolicy.PUBLIC);
    }

    HttpBench(@Nullable KeyStore authorities, AddressPolicy policy) {
        prober = Probers.trusting(authorities, TlsLibrary.SYSTEM, policy);
    }

    HttpBench(@Nullable KeyStore authorities, TlsLibrary library) {
        prober = Probers.trusting(authorities, library);
    }

    Finding look(Check.Http check) {
        return prober.look(check, Reach.ANYWHERE, TIMEOUT);
    }

    Finding lookInPublic(Check.Http check) {
        return prober.look(check, Reach.PUBLIC, TIMEOUT);
    }

    static Check.Http get(String url) {
        return asking(url, HttpAsk.GET);
    }

    static Check.Http asking(String url, HttpAsk ask) {
        return check(url, ask, ANYTHING, TlsTerms.STRICT, Route.DIRECT);
    }

    static Check.Http expecting(String url, BodyTest... tests) {
        HttpExpectation wanted = new HttpExpectation(Check.Http.WORKING, List.of(tests), Map.of());
        return check(url, HttpAsk.GET, wanted, TlsTerms.STRICT, Route.DIRECT);
    }

    static Check.Http check(String url, HttpAsk ask, HttpExpectation wanted, TlsTerms tls, Route route) {
        return new Check.Http(URI.create(url), ask, wanted, tls, route, Optional.empty());
    }

    static HttpAsk following(int redirects) {
        return new HttpAsk("GET", Map.of(), Optional.empty(), Optional.empty(), redirects, HttpAsk.Version.HTTP_1);
    }

    static HttpAsk speaking(HttpAsk.Version version) {
        return new HttpAsk("GET", Map.of(), Optional.empty(), Optional.empty(), 0, version);
    }

    /** What was said: "up", or the phase, kind and detail of the failure. */
    static String said(Finding finding) {
        if (finding.outcome() instanceof Outcome.Up) {
            return "up";
        }
        assertThat(finding.outcome()).isInstanceOf(Outcome.Down.class);
        var failure = ((Outcome.Down) finding.outcome()).failure();
        return (failure.phase() + " " + failure.kind().code() + " " + failure.detail()).strip();
    }

    @Override
    public void close() {
        prober.close();
    }
}
