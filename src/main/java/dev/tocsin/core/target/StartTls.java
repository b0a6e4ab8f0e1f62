package dev.tocsin.core.target;

/** Protocols in which TLS begins in the middle of a conversation. */
public enum StartTls {
    SMTP,
    IMAP,
    POP3,
    XMPP,
    POSTGRES
}
