package dev.tocsin.app;

import dev.tocsin.chat.discord.DiscordChat;
import dev.tocsin.command.Desk;
import dev.tocsin.command.Invitation;
import dev.tocsin.config.Settings;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.engine.Channel;
import dev.tocsin.engine.Memo;
import dev.tocsin.engine.Outgoing;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Discord as the config wants it now: off, or connected with the token that holds. Safe for use by many threads. */
final class DiscordLine implements Channel, AutoCloseable {
    private final Memo memo;
    private final Supplier<ZoneId> zone;
    private @Nullable Desk desk;
    private Consumer<String> trouble = text -> {};
    private Optional<DiscordChat.Terms> terms = Optional.empty();
    private volatile @Nullable DiscordChat chat;

    DiscordLine(Memo memo, Supplier<ZoneId> zone) {
        this.memo = memo;
        this.zone = zone;
    }

    /**
     * Connects as wanted so far.
     *
     * @param hears what keeps the platform off, in a sentence
     */
    synchronized void start(Desk answers, Consumer<String> hears) {
        desk = answers;
        trouble = hears;
        connect();
    }

    /** Connects, connects anew or disconnects, where that is another wish than before. */
    synchronized void adopt(Settings.Platforms platforms) {
        Optional<DiscordChat.Terms> wanted = terms(platforms);
        if (wanted.equals(terms)) {
            return;
        }
        close();
        terms = wanted;
        connect();
    }

    /** How the bot is added to other servers, once that is known. */
    Optional<Invitation> invitation() {
        return Optional.ofNullable(chat).flatMap(DiscordChat::invitation).map(link -> new Invitation("Discord", link));
    }

    @Override
    public String platform() {
        return DiscordChat.PLATFORM;
    }

    @Override
    public DeliveryResult send(ChannelRef to, Outgoing message) {
        DiscordChat now = chat;
        return now == null
                ? new DeliveryResult.Deferred(Optional.empty(), "the config has no discord.token")
                : now.send(to, message);
    }

    @Override
    public Editing editing() {
        return Editing.POSSIBLE;
    }

    @Override
    public DeliveryResult amend(ChannelRef in, Receipt sent, Outgoing outgoing) {
        DiscordChat now = chat;
        return now == null
                ? new DeliveryResult.Deferred(Optional.empty(), "the config has no discord.token")
                : now.amend(in, sent, outgoing);
    }

    @Override
    public synchronized void close() {
        DiscordChat now = chat;
        chat = null;
        if (now != null) {
            now.close();
        }
    }

    private void connect() {
        Desk answers = desk;
        if (answers != null && terms.isPresent()) {
            DiscordChat next = DiscordChat.open(terms.get(), memo, zone, trouble);
            next.start(answers);
            chat = next;
        }
    }

    private static Optional<DiscordChat.Terms> terms(Settings.Platforms platforms) {
        return platforms
                .discord()
                .map(discord -> new DiscordChat.Terms(
                        discord.token(),
                        discord.api(),
                        discord.gateway(),
                        discord.shards().orElse(-1),
                        Set.copyOf(platforms.admins().getOrDefault(DiscordChat.PLATFORM, List.of())),
                        discord.guilds(),
                        discord.trialGuild()));
    }
}
