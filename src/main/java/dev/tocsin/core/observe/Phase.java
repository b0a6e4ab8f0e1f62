package dev.tocsin.core.observe;

/** The stages of a look, in the order they happen. */
public enum Phase {
    DNS,
    TCP,
    TLS,
    HTTP
}
