package dev.tocsin.chat.discord;

import java.util.Set;
import net.dv8tion.jda.api.entities.Guild;

/**
 * The servers whose managers are admins of the bot. Where the config names none, they are all servers, unless anybody may
 * add the bot to a server of their own. Safe for use by many threads.
 */
final class Homes implements Roles.Homes {
    private final Set<String> named;
    private volatile Invitation invitation = Invitation.UNKNOWN;

    /** Who may add the bot to a server. */
    enum Invitation {
        UNKNOWN,
        OWNER_ALONE,
        ANYBODY
    }

    Homes(Set<String> named) {
        this.named = Set.copyOf(named);
    }

    void learn(Invitation learnt) {
        invitation = learnt;
    }

    @Override
    public boolean contains(Guild guild) {
        return named.isEmpty() ? invitation == Invitation.OWNER_ALONE : named.contains(guild.getId());
    }
}
