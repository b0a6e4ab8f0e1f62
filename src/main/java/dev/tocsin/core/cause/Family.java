package dev.tocsin.core.cause;

/** A kind of evidence. Clues of one family may share an error, so they bear each other out less than those of several. */
public enum Family {
    /** Who fails and who does not, on the same network. */
    SCOPE,
    /** How the outage began and went on, in time. */
    COURSE,
    /** How long answers took before it. */
    LATENCY,
    /** How looks fail. */
    MANNER,
    /** How many looks succeed all the same. */
    SHARE,
    /** Names and the servers that hold them. */
    NAMES,
    /** Looks at an address that was known before, past its name. */
    PINNED,
    /** What is shown to prove who answers. */
    CERTIFICATE,
    /** What an answer holds. */
    CONTENT,
    /** Other networks at the same time. */
    ELSEWHERE,
    /** Several vantages at the same time. */
    VANTAGES,
    CONTROLS,
    /** What was announced. */
    PLAN
}
