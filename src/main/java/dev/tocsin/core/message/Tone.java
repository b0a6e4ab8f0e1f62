package dev.tocsin.core.message;

/** What a message is to a reader at a glance; platforms give it a colour and a sign. */
public enum Tone {
    /** Something stopped answering. */
    ALERT,
    /** Something wants attention. */
    WARNING,
    /** Something is well again. */
    GOOD,
    /** A plain answer. */
    INFO,
    /** A command that could not be done. */
    ERROR
}
