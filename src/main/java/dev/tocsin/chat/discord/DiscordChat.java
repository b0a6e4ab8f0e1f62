package dev.tocsin.chat.discord;

import dev.tocsin.chat.Chat;
import dev.tocsin.chat.Host;
import dev.tocsin.command.Desk;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.target.Secret;
import dev.tocsin.engine.Memo;
import dev.tocsin.engine.Outgoing;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Chat in Discord. Safe for use by many threads. */
public final class DiscordChat implements Chat {
    /** The platform's word in a {@link ChannelRef}; a channel's address is its id. */
    public static final String PLATFORM = "discord";

    private final Terms terms;
    private final Memo memo;
    private final Supplier<ZoneId> zone;
    private final Session session;
    private final Welcome welcome = new Welcome();
    private final InviteLink invite = new InviteLink();
    private final Sender sender;
    private final Pins pins;

    /**
     * How the bot is in Discord.
     *
     * @param api base of the HTTP API where it is not Discord's own, such as {@code http://127.0.0.1:8080/api/v10}
     * @param gateway websocket URL of the gateway where it is not the one the API names
     * @param shards how many sessions share the servers, 1 or more; -1 asks Discord
     * @param admins ids of users and roles that are admins of the bot
     * @param guilds ids of servers whose managers are admins of the bot; where there are none, those of all servers are,
     *     provided that only the application's owner can add the bot to a server
     * @param trialGuild commands are registered there alone, at once: for development
     */
    public record Terms(
            Secret token,
            Optional<String> api,
            Optional<String> gateway,
            int shards,
            Set<String> admins,
            Set<String> guilds,
            Optional<String> trialGuild) {
        public Terms {
            admins = Set.copyOf(admins);
            guilds = Set.copyOf(guilds);
        }
    }

    private DiscordChat(Terms terms, Memo memo, Supplier<ZoneId> zone, Host host, Session.Patience patience) {
        this.terms = terms;
        this.memo = memo;
        this.zone = zone;
        Limits limits = new Limits();
        this.session = new Session(terms, host, limits, patience);
        this.sender = new Sender(session, limits, welcome, patience.doubt());
        this.pins = new Pins(session);
    }

    /**
     * A chat that is not connected yet; notices wait until it is.
     *
     * @param memo keeps what is registered, so that it is registered anew only where it differs
     * @param zone local time where nothing else is known
     * @param host hears what keeps the platform off, and when it is connected
     */
    public static DiscordChat open(Terms terms, Memo memo, Supplier<ZoneId> zone, Host host) {
        return open(terms, memo, zone, host, Session.Patience.STANDARD);
    }

    static DiscordChat open(Terms terms, Memo memo, Supplier<ZoneId> zone, Host host, Session.Patience patience) {
        return new DiscordChat(terms, memo, zone, host, patience);
    }

    @Override
    public void start(Desk desk) {
        Pages pages = new Pages();
        Homes homes = new Homes(terms.guilds());
        Roles roles = new Roles(terms.admins(), homes);
        Answering answering = new Answering(session.threads(), pages);
        session.connect(List.of(
                new Interactions(desk, roles, zone, answering, pages),
                new Registrar(desk.specs(), memo, terms.trialGuild(), homes),
                welcome,
                invite));
    }

    /**
     * The link by which somebody adds the bot to a server of theirs; asks for the permissions that the bot needs and no
     * others. Nothing before the first connection.
     */
    @Override
    public Optional<String> invitation() {
        return invite.text();
    }

    Session session() {
        return session;
    }

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public DeliveryResult send(ChannelRef to, Outgoing message) {
        return sender.send(to, message);
    }

    @Override
    public Editing editing() {
        return Editing.POSSIBLE;
    }

    @Override
    public DeliveryResult amend(ChannelRef in, Receipt sent, Outgoing now) {
        return sender.amend(sent, now);
    }

    @Override
    public DeliveryResult pin(ChannelRef in, Receipt sent) {
        return pins.pin(sent);
    }

    @Override
    public DeliveryResult unpin(ChannelRef in, Receipt sent) {
        return pins.unpin(sent);
    }

    /** Leaves Discord, within 20 s; no thread is left behind. Another chat may be opened before or after. */
    @Override
    public void close() {
        session.close();
    }
}
