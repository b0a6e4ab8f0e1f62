package dev.tocsin.probe;

import dev.tocsin.core.target.TlsLibrary;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.conscrypt.Conscrypt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where TLS comes from: the Java runtime, or BoringSSL. Safe for use by many threads. */
final class TlsProvider {
    private static final Logger LOG = LoggerFactory.getLogger(TlsProvider.class);

    /** Empty for that of the Java runtime. */
    private final Optional<Provider> own;

    private final String[] suites;

    private TlsProvider(Optional<Provider> own) {
        this.own = own;
        try {
            SSLContext system = SSLContext.getInstance("TLS");
            SSLContext used = context();
            system.init(null, null, null);
            used.init(null, null, null);
            Set<String> known = Set.of(used.getDefaultSSLParameters().getCipherSuites());
            this.suites = Arrays.stream(system.getDefaultSSLParameters().getCipherSuites())
                    .filter(known::contains)
                    .toArray(String[]::new);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this Java has no TLS", broken);
        }
    }

    /** The cipher suites that looks offer: those the Java runtime would, of which BoringSSL knows the most common. */
    String[] suites() {
        return suites.clone();
    }

    /** The provider of whatever library is asked for; each is made once. */
    static Supplier<TlsProvider> following(Supplier<TlsLibrary> library) {
        Map<TlsLibrary, TlsProvider> made = new ConcurrentHashMap<>();
        return () -> made.computeIfAbsent(library.get(), TlsProvider::of);
    }

    static TlsProvider of(TlsLibrary library) {
        return of(library, Conscrypt::newProvider);
    }

    /** The library asked for; that of the Java runtime where the other does not run on this machine, which is logged. */
    static TlsProvider of(TlsLibrary library, Supplier<Provider> boringSsl) {
        if (library == TlsLibrary.SYSTEM) {
            return new TlsProvider(Optional.empty());
        }
        try {
            return new TlsProvider(Optional.of(boringSsl.get()));
        } catch (LinkageError | RuntimeException notHere) {
            LOG.warn("Conscrypt does not run on this machine; looks speak Java's own TLS: {}", notHere.toString());
            return new TlsProvider(Optional.empty());
        }
    }

    TlsLibrary library() {
        return own.isPresent() ? TlsLibrary.CONSCRYPT : TlsLibrary.SYSTEM;
    }

    /** A context that knows no session. */
    SSLContext context() throws GeneralSecurityException {
        return own.isPresent() ? SSLContext.getInstance("TLS", own.get()) : SSLContext.getInstance("TLS");
    }

    /** Makes TLS of sockets by their streams, so that deadlines and byte counts of the socket below hold. */
    SSLSocketFactory sockets(SSLContext context) {
        SSLSocketFactory sockets = context.getSocketFactory();
        if (Conscrypt.isConscrypt(sockets)) {
            Conscrypt.setUseEngineSocket(sockets, true);
        }
        return sockets;
    }
}
