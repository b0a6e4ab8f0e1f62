package dev.tocsin.core.target;

/** Host and port as one text. Pure. */
final class Endpoint {
    private Endpoint() {}

    static void require(String host, int port) {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the address names no host");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
    }

    static String spell(String host, int port) {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}
