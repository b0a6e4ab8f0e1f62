package dev.tocsin.chat.discord;

import dev.tocsin.command.CommandSpec;
import dev.tocsin.engine.Memo;
import dev.tocsin.engine.StoreUnavailable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.CommandListUpdateAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once connected: registers the commands where they differ from what is registered, and learns who may invite the bot. */
final class Registrar extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);
    private static final String MEMO = "discord/commands/";
    private static final long LONGEST_PAUSE = 1_800;

    private final List<SlashCommandData> commands;
    private final String print;
    private final Memo memo;
    private final Optional<String> trialGuild;
    private final Homes homes;
    private final AtomicBoolean begun = new AtomicBoolean();

    Registrar(List<CommandSpec> specs, Memo memo, Optional<String> trialGuild, Homes homes) {
        this.commands = Registration.of(specs);
        this.print = Registration.fingerprint(commands);
        this.memo = memo;
        this.trialGuild = trialGuild;
        this.homes = homes;
    }

    @Override
    public void onReady(ReadyEvent event) {
        JDA jda = event.getJDA();
        learnWhoMayInvite(jda);
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        jda.getGatewayPool().scheduleAtFixedRate(() -> learnWhoMayInvite(jda), 1, 1, TimeUnit.HOURS);
        if (trialGuild.isEmpty()) {
            String name = MEMO + jda.getSelfUser().getApplicationId();
            if (!kept(name).equals(Optional.of(print))) {
                register(name, jda.updateCommands());
            }
        }
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        Guild guild = event.getGuild();
        String name = MEMO + guild.getId();
        if (trialGuild.equals(Optional.of(guild.getId())) && !kept(name).equals(Optional.of(print))) {
            register(name, guild.updateCommands());
        }
    }

    /** A server that the bot left has none of its commands any more. */
    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        Guild guild = event.getGuild();
        homes.learn(Homes.Invitation.UNKNOWN);
        learnWhoMayInvite(event.getJDA());
        if (trialGuild.equals(Optional.of(guild.getId()))) {
            register(MEMO + guild.getId(), guild.updateCommands());
        }
    }

    /** It may change at any time; while nobody knows, nobody is trusted. */
    private void learnWhoMayInvite(JDA jda) {
        Attempt.of("Discord did not say who may invite the bot", jda.retrieveApplicationInfo())
                .make(info ->
                        homes.learn(info.isBotPublic() ? Homes.Invitation.ANYBODY : Homes.Invitation.OWNER_ALONE));
    }

    private void register(String name, CommandListUpdateAction update) {
        Attempt.of("commands could not be registered with Discord", update.addCommands(commands))
                .make(done -> {
                    LOG.info("{} commands registered with Discord", commands.size());
                    memo.write(name, print);
                });
    }

    /** Where the store cannot tell, they are registered once more, which does no harm. */
    private Optional<String> kept(String name) {
        try {
            return memo.read(name);
        } catch (StoreUnavailable trouble) {
            return Optional.empty();
        }
    }

    /**
     * Something that is asked of Discord until it answers, with longer and longer pauses; it ends with the connection.
     *
     * @param pause before the next time, seconds
     */
    private record Attempt<T>(String otherwise, RestAction<T> action, long pause) {
        static <T> Attempt<T> of(String otherwise, RestAction<T> action) {
            return new Attempt<>(otherwise, action, 1);
        }

        void make(Consumer<T> done) {
            action.queue(done, failed -> {
                LOG.warn("{}, tried again in {} s: {}", otherwise, pause, failed.toString());
                action.getJDA()
                        .getGatewayPool()
                        .schedule(
                                () -> new Attempt<>(otherwise, action, Math.min(LONGEST_PAUSE, pause * 2)).make(done),
                                pause,
                                TimeUnit.SECONDS);
            });
        }
    }
}
