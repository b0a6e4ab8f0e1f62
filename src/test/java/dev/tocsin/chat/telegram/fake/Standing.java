package dev.tocsin.chat.telegram.fake;

import java.util.Locale;

/** What somebody is in a chat. */
public enum Standing {
    CREATOR,
    ADMINISTRATOR,
    MEMBER,
    LEFT,
    KICKED;

    public boolean isInside() {
        return this != LEFT && this != KICKED;
    }

    public boolean manages() {
        return this == CREATOR || this == ADMINISTRATOR;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
