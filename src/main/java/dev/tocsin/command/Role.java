package dev.tocsin.command;

/** What a caller may do; declared from least to most, so order compares. */
public enum Role {
    EVERYONE,
    /** May decide what is sent to the channel the command is typed in. */
    CHANNEL_MANAGER,
    ADMIN
}
