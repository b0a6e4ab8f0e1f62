package dev.tocsin.core.target;

/** Where looks at a target may go. */
public enum Reach {
    /** Anywhere: the one who wrote the config file knows this network. */
    ANYWHERE,
    /** Public addresses alone: the target came from chat. */
    PUBLIC
}
