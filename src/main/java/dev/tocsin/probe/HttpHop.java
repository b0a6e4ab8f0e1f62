package dev.tocsin.probe;

import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.TlsTerms;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * One request of an HTTP look: the first, or one that a redirect led to.
 *
 * @param addresses to connect to: the host's, or the proxy's
 */
record HttpHop(
        HttpUrl url, List<InetAddress> addresses, TlsTerms terms, HttpAsk.Version version, Optional<URI> proxy) {}
