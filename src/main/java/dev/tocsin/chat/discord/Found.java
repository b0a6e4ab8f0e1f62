package dev.tocsin.chat.discord;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

/** What the connection knows of a channel. */
sealed interface Found {
    /** The bot sees it, or saw it last. */
    record Here(GuildChannel channel) implements Found {}

    /** Nothing is known of it here: an archived thread, one the bot may not see, one that is no more. Discord knows. */
    record Unseen() implements Found {}

    /** There has been no connection yet. */
    record NotYet(String why) implements Found {}

    /** A way to ask Discord, and how much of it the bot sees. */
    record Way(JDA jda, View view) {}

    /** How far what Discord says of a channel can be relied on. */
    enum View {
        WHOLE,
        /** Connections or servers are missing: what cannot be found may come back. */
        PARTIAL
    }
}
