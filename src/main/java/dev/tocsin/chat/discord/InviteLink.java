package dev.tocsin.chat.discord;

import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.jspecify.annotations.Nullable;

/** The link by which somebody adds the bot to a server of theirs; known from the first connection on. */
final class InviteLink extends ListenerAdapter {
    private volatile @Nullable String text;

    Optional<String> text() {
        return Optional.ofNullable(text);
    }

    @Override
    public void onReady(ReadyEvent event) {
        text = of(event.getJDA().getSelfUser().getApplicationId());
    }

    /** Asks for commands and for exactly the permissions in {@link Welcome#NEEDED}. */
    static String of(String application) {
        return "https://discord.com/oauth2/authorize?client_id=" + application
                + "&scope=bot+applications.commands&permissions=" + Permission.getRaw(Welcome.NEEDED);
    }
}
