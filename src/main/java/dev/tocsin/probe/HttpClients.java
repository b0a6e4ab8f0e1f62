package dev.tocsin.probe;

import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.TlsTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.internal.tls.OkHostnameVerifier;

/** HTTP clients for one call each, all with fresh connections and the deadline of their look. Safe for many threads. */
final class HttpClients implements AutoCloseable {
    /** More than the headers and the part of a body that is read, were each of its bytes a chunk of its own. */
    private static final long MOST_RECEIVED = 8 << 20;
    /** HTTP/2 lets a server send 16 MiB before any of it is read. */
    private static final long MOST_RECEIVED_2 = 32 << 20;

    private final TlsSessions tls;
    private final OkHttpClient base;

    HttpClients(TlsSessions tls) {
        this.tls = tls;
        ConnectionSpec everyTls = new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                .allEnabledTlsVersions()
                .cipherSuites(tls.suites())
                .build();
        this.base = new OkHttpClient.Builder()
                .connectionSpecs(List.of(everyTls, ConnectionSpec.CLEARTEXT))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .fastFallback(false)
                .proxy(Proxy.NO_PROXY)
                .protocols(List.of(Protocol.HTTP_1_1))
                .addNetworkInterceptor(HttpClients::once)
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    /** A client that connects to these addresses and no others. */
    OkHttpClient dialling(List<InetAddress> addresses, TlsTerms terms, HttpPhases phases, Course course)
            throws IOException {
        return builder(addresses, phases, course, terms, "https", new Intake(MOST_RECEIVED_2))
                .build();
    }

    /** A client for one request of a look. */
    OkHttpClient asking(HttpHop hop, HttpPhases phases, Course course) throws IOException {
        Intake intake = new Intake(hop.version() == HttpAsk.Version.HTTP_1 ? MOST_RECEIVED : MOST_RECEIVED_2);
        phases.watch(intake);
        OkHttpClient.Builder builder =
                builder(hop.addresses(), phases, course, hop.terms(), hop.url().scheme(), intake);
        protocols(hop.version(), hop.url().scheme()).ifPresent(builder::protocols);
        hop.proxy().ifPresent(proxy -> builder.proxy(at(proxy)));
        return builder.build();
    }

    @Override
    public void close() {
        base.dispatcher().executorService().shutdown();
    }

    private OkHttpClient.Builder builder(
            List<InetAddress> addresses, HttpPhases phases, Course course, TlsTerms terms, String scheme, Intake intake)
            throws IOException {
        OkHttpClient.Builder builder = base.newBuilder()
                .connectionPool(ofItsOwn())
                .dns(host -> addresses)
                .eventListener(phases)
                .callTimeout(course.deadline().left())
                .connectTimeout(course.deadline().share(addresses.size()))
                .socketFactory(new GuardedSockets(course.guard(), intake));
        if (scheme.equals("https")) {
            CertificateWitness witness = tls.witness(terms);
            phases.watch(witness);
            builder.sslSocketFactory(tls.sockets(terms, witness), witness)
                    .hostnameVerifier(
                            terms.verification() == TlsTerms.Verification.FULL
                                    ? OkHostnameVerifier.INSTANCE
                                    : (host, session) -> true);
        }
        return builder;
    }

    /**
     * Keeps nothing. In a pool for all, each look would go through the connections of all others; and for as long as a
     * connection is in use, a pool looks after it once in every keep-alive time, which therefore is long.
     */
    private static ConnectionPool ofItsOwn() {
        return new ConnectionPool(0, 5, TimeUnit.MINUTES);
    }

    /** OkHttp would ask again at once after a 503 with this header, and tell nobody. */
    private static Response once(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        return response.code() == 503 && "0".equals(response.header("Retry-After"))
                ? response.newBuilder().header("Retry-After", "0 s").build()
                : response;
    }

    private static Optional<List<Protocol>> protocols(HttpAsk.Version version, String scheme) {
        boolean secure = scheme.equals("https");
        return switch (version) {
            case HTTP_1 -> Optional.empty();
            case HTTP_2 ->
                Optional.of(
                        secure ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1) : List.of(Protocol.H2_PRIOR_KNOWLEDGE));
            case ANY -> secure ? Optional.of(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)) : Optional.empty();
        };
    }

    private static Proxy at(URI proxy) {
        int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port));
    }
}
