package dev.tocsin.chat.telegram;

import dev.tocsin.chat.Chat;
import dev.tocsin.chat.Host;
import dev.tocsin.command.Desk;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.target.Secret;
import dev.tocsin.engine.Memo;
import dev.tocsin.engine.Outgoing;
import dev.tocsin.engine.Timepiece;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Chat in Telegram. Safe for use by many threads. */
public final class TelegramChat implements Chat {
    /**
     * The platform's word in a {@link ChannelRef}; a channel's address is the id of its chat, or that and the id of a
     * topic: {@code -1001234567890/17}.
     */
    public static final String PLATFORM = "telegram";

    private final Terms terms;
    private final Setting setting;
    private final Wire wire;
    private final Ears ears;
    private final Sender sender;
    private final Editor editor;
    private final Pins pins;
    private @Nullable Incoming incoming;

    /**
     * How the bot is in Telegram.
     *
     * @param api the Bot API where it is not Telegram's own: scheme, host and port, such as {@code http://127.0.0.1:8081}
     * @param admins ids of users that are admins of the bot
     */
    public record Terms(Secret token, Optional<String> api, Set<String> admins) {
        public Terms {
            admins = Set.copyOf(admins);
        }
    }

    /**
     * How long things are waited for.
     *
     * @param answer for Telegram to answer
     * @param asleep until a chat is asked again that the bot is not in
     * @param doubt how long Telegram has to say that a chat is no more before it is believed
     */
    record Patience(Duration answer, Duration asleep, Duration doubt) {
        static final Patience STANDARD =
                new Patience(Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(1));
    }

    /** What the listening half works with. */
    record Setting(Memo memo, Supplier<ZoneId> zone, Timepiece time) {}

    private TelegramChat(Terms terms, Setting setting, Host host, Patience patience) {
        this.terms = terms;
        this.setting = setting;
        this.wire = new Wire(terms, patience.answer());
        Limits limits = new Limits(setting.time().nanos());
        Rests rests = new Rests(setting.time().nanos(), patience);
        Admission admission = new Admission(host::trouble);
        Gate gate = new Gate(limits, rests, admission);
        this.ears = new Ears(gate, host);
        Pen pen = new Pen(wire.client(), patience.answer().plus(Wire.CONNECTING).multipliedBy(2));
        Scribe scribe = new Scribe(pen, gate);
        this.sender =
                new Sender(scribe, gate, new Names(wire.client(), setting.time().nanos()));
        this.editor = new Editor(scribe, pen, gate);
        this.pins = new Pins(pen, gate);
    }

    /**
     * A chat that does not listen yet; it sends at once.
     *
     * @param memo keeps what was heard and what is registered
     * @param zone local time where nothing else is known
     * @param host hears what keeps the platform off, and which chats can be reached again
     */
    public static TelegramChat open(Terms terms, Memo memo, Supplier<ZoneId> zone, Timepiece time, Host host) {
        return open(terms, new Setting(memo, zone, time), host, Patience.STANDARD);
    }

    static TelegramChat open(Terms terms, Setting setting, Host host, Patience patience) {
        return new TelegramChat(terms, setting, host, patience);
    }

    @Override
    public synchronized void start(Desk desk) {
        Incoming listening = new Incoming(terms, new Incoming.Means(setting, wire.client()), desk, ears);
        incoming = listening;
        listening.start();
    }

    Hearing hearing() {
        return ears;
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
        return editor.amend(sent, now.message());
    }

    @Override
    public DeliveryResult pin(ChannelRef in, Receipt sent) {
        return pins.pin(sent);
    }

    @Override
    public DeliveryResult unpin(ChannelRef in, Receipt sent) {
        return pins.unpin(sent);
    }

    @Override
    public synchronized void close() {
        Incoming listening = incoming;
        incoming = null;
        if (listening != null) {
            listening.close();
        }
        wire.close();
    }
}
