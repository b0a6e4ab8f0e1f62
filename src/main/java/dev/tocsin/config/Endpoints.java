package dev.tocsin.config;

import dev.tocsin.core.target.HostText;
import java.util.Optional;

/** Reads {@code host:port}. */
final class Endpoints {
    /** A host without brackets, and a port from 1 to 65535. */
    record HostPort(String host, int port) {}

    private Endpoints() {}

    static Optional<HostPort> read(View view, String key) {
        return view.text(key)
                .filter(text -> Forms.HOST_PORT.form().matcher(text).matches())
                .flatMap(text -> read(view, key, text));
    }

    static Optional<HostPort> read(View view, String key, String text) {
        int colon = text.lastIndexOf(':');
        int port = Integer.parseInt(text.substring(colon + 1));
        String host = bare(text.substring(0, colon));
        if (port < 1 || port > 65_535) {
            view.problems().add(view.placeOf(key), "has the port " + port + "; expected 1 to 65535");
            return Optional.empty();
        }
        if (HostText.read(host) instanceof HostText.Unusable(String why)) {
            view.problems().add(view.placeOf(key), "the host " + why + "; expected a host name or address");
            return Optional.empty();
        }
        return Optional.of(new HostPort(host, port));
    }

    /** The host without its brackets. */
    static String bare(String host) {
        return host.replaceAll("^\\[(.*)]$", "$1");
    }
}
