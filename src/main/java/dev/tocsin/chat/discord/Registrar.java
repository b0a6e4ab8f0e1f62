package dev.tocsin.chat.discord;

import dev.tocsin.command.CommandSpec;
import dev.tocsin.engine.Memo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once connected: registers the commands where they differ from what is registered, and learns who may invite the bot. */
final class Registrar extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);
    private static final String MEMO = "discord/commands/";

    private final List<SlashCommandData> commands;
    private final Memo memo;
    private final Optional<String> trialGuild;
    private final Homes homes;
    private final AtomicBoolean begun = new AtomicBoolean();

    Registrar(List<CommandSpec> specs, Memo memo, Optional<String> trialGuild, Homes homes) {
        this.commands = Registration.of(specs);
        this.memo = memo;
        this.trialGuild = trialGuild;
        this.homes = homes;
    }

    @Override
    public void onReady(ReadyEvent event) {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        JDA jda = event.getJDA();
        jda.retrieveApplicationInfo()
                .queue(
                        info -> homes.learn(
                                info.isBotPublic() ? Homes.Invitation.ANYBODY : Homes.Invitation.OWNER_ALONE),
                        failed -> {
                            LOG.warn("Discord did not say who may invite the bot: {}", failed.toString());
                            begun.set(false);
                        });
        if (trialGuild.isEmpty()) {
            String name = MEMO + jda.getSelfUser().getApplicationId();
            String print = Registration.fingerprint(commands);
            if (!memo.read(name).equals(Optional.of(print))) {
                jda.updateCommands().addCommands(commands).queue(done -> registered(name, print), this::failed);
            }
        }
    }

    @Override
    public void onGuildReady(GuildReadyEvent event) {
        Guild guild = event.getGuild();
        if (trialGuild.equals(Optional.of(guild.getId()))) {
            guild.updateCommands().addCommands(commands).queue(done -> {}, this::failed);
        }
    }

    private void registered(String name, String print) {
        LOG.info("{} commands registered with Discord", commands.size());
        memo.write(name, print);
    }

    private void failed(Throwable thrown) {
        LOG.warn(
                "commands could not be registered with Discord; tried again at the next connection: {}",
                thrown.toString());
        begun.set(false);
    }
}
