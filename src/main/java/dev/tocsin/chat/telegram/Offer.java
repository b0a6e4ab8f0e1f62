package dev.tocsin.chat.telegram;

import dev.tocsin.command.Role;
import dev.tocsin.core.message.Message;
import java.util.Optional;

/**
 * An answer, and what may be chosen under it.
 *
 * @param role the least that somebody must be to read it
 */
record Offer(Message answer, Optional<Shelf> shelf, Role role) {
    static Offer plain(Message answer) {
        return new Offer(answer, Optional.empty(), Role.EVERYONE);
    }

    boolean isBare() {
        return shelf.isEmpty() && answer.suggestions().isEmpty();
    }
}
