package dev.tocsin.core.target;

/** Where a target or a subscription was declared, which decides who may remove it. */
public enum Origin {
    /** In the config file: chat may mute or pause it, not remove it. */
    FILE,
    /** In the practice network, which nothing real is compared with. */
    PRACTICE,
    /** From chat: kept in the store. */
    CHAT
}
