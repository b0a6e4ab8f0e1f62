package dev.tocsin.core.target;

/** Whose TLS looks speak. What a certificate must be is decided by Java's own rules and authorities either way. */
public enum TlsLibrary {
    /** That of the Java runtime: the same on every machine. */
    SYSTEM,
    /** BoringSSL by way of Conscrypt, which costs less; that of the Java runtime where BoringSSL does not run. */
    CONSCRYPT
}
