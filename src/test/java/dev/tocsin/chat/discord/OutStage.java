package dev.tocsin.chat.discord;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tocsin.chat.Host;
import dev.tocsin.chat.discord.fake.FakeDiscord;
import dev.tocsin.chat.discord.fake.Guild;
import dev.tocsin.chat.discord.fake.Posted;
import dev.tocsin.command.Caller;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Desk;
import dev.tocsin.command.Form;
import dev.tocsin.command.Role;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Bell;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.target.Secret;
import dev.tocsin.engine.Memo;
import dev.tocsin.engine.Outgoing;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.concrete.ForumChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The adapter on a fake Discord, with all that it says and logs. */
final class OutStage implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(10);
    private static final Session.Patience HURRIED =
            new Session.Patience(Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofMillis(500));

    final FakeDiscord discord;
    final Guild guild;
    /** How many sessions the next chat has; -1 asks Discord. */
    int shards = 1;

    /** How the channels are told. */
    Manner manner = Manner.PLAIN;
    /** Whether what is sent makes a sound. */
    Bell bell = Bell.RINGS;

    final List<String> troubles = new CopyOnWriteArrayList<>();
    /** How often channels were said to be reachable again. */
    final AtomicInteger reached = new AtomicInteger();

    private final AtomicInteger keys = new AtomicInteger();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final @Nullable Level before;
    private DiscordChat chat;

    OutStage() throws Exception {
        this(FakeDiscord.HEARTBEAT);
    }

    OutStage(Duration heartbeat) throws Exception {
        discord = new FakeDiscord(heartbeat);
        guild = discord.guild("Harbour");
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        Logger ours = (Logger) LoggerFactory.getLogger("dev.tocsin");
        before = ours.getLevel();
        ours.setLevel(Level.DEBUG);
        chat = chat(discord.token());
    }

    /** Started, and connected. */
    static OutStage connected() throws Exception {
        return connected(FakeDiscord.HEARTBEAT);
    }

    static OutStage connected(Duration heartbeat) throws Exception {
        OutStage stage = new OutStage(heartbeat);
        stage.start();
        stage.awaitConnected(stage.guild.text("ready"));
        return stage;
    }

    void start() {
        chat.start(new PingDesk());
    }

    /** Closes the chat, and opens another one with that token. */
    void reopen(String token) {
        chat.close();
        chat = chat(token);
        start();
    }

    /** Until the bot sees all of Discord, and that channel of it. */
    void awaitConnected(long channel) {
        discord.await(SOON.multipliedBy(3), "the bot sees the channel", () -> sees(channel));
    }

    boolean sees(long channel) {
        return chat.session().find(channel) instanceof Found.Here
                && chat.session()
                        .way()
                        .filter(way -> way.view() == Found.View.WHOLE)
                        .isPresent();
    }

    /** Until the bot knows that it lacks that. */
    void awaitLack(long channel, Permission permission) {
        discord.await(
                SOON,
                "the bot knows what it may not do",
                () -> chat.session().find(channel) instanceof Found.Here && !may(channel, permission));
    }

    /** How many posts the bot sees in the forum. */
    int posts(long forum) {
        return chat.session().find(forum) instanceof Found.Here(ForumChannel here)
                ? here.getThreadChannels().size()
                : 0;
    }

    boolean may(long channel, Permission permission) {
        return chat.session().find(channel) instanceof Found.Here(var here)
                && here.getGuild().getSelfMember().hasPermission(here, permission);
    }

    /** Sent until Discord's word that the channel is no more is believed. */
    DeliveryResult sendOnceBelieved(long channel) {
        DeliveryResult result = send(channel);
        while (result instanceof DeliveryResult.Deferred(var after, String why)) {
            LockSupport.parkNanos(after.filter(wait -> wait.compareTo(SOON) < 0)
                    .orElseThrow(() -> new AssertionError(why))
                    .toNanos());
            result = send(channel);
        }
        return result;
    }

    DeliveryResult send(long channel) {
        return send(channel, "key " + keys.incrementAndGet());
    }

    DeliveryResult send(long channel, String key) {
        return send(channel, Message.of(Tone.ALERT, "api is down"), key);
    }

    DeliveryResult send(long channel, Message message, String key) {
        return send(channel, message, key, Optional.empty());
    }

    DeliveryResult reply(long channel, Receipt to) {
        return send(channel, Message.of(Tone.GOOD, "api is back"), "key " + keys.incrementAndGet(), Optional.of(to));
    }

    DeliveryResult send(long channel, Message message, String key, Optional<Receipt> replyTo) {
        return send(Long.toString(channel), message, key, replyTo);
    }

    DeliveryResult send(String address) {
        return send(address, Message.of(Tone.ALERT, "api is down"), "k", Optional.empty());
    }

    private DeliveryResult send(String address, Message message, String key, Optional<Receipt> replyTo) {
        return chat.send(
                new ChannelRef(DiscordChat.PLATFORM, address), new Outgoing(message, key, replyTo, manner, bell));
    }

    DeliveryResult amend(long channel, Receipt sent, Message now) {
        return chat.amend(
                new ChannelRef(DiscordChat.PLATFORM, Long.toString(channel)),
                sent,
                new Outgoing(now, "key " + keys.incrementAndGet(), Optional.empty(), manner, bell));
    }

    DeliveryResult pin(long channel, Receipt sent) {
        return chat.pin(new ChannelRef(DiscordChat.PLATFORM, Long.toString(channel)), sent);
    }

    DeliveryResult unpin(long channel, Receipt sent) {
        return chat.unpin(new ChannelRef(DiscordChat.PLATFORM, Long.toString(channel)), sent);
    }

    /** Sent there; fails where it was not. */
    Receipt sent(long channel) {
        DeliveryResult result = send(channel);
        if (result instanceof DeliveryResult.Delivered(Receipt receipt)) {
            return receipt;
        }
        throw new AssertionError(result);
    }

    Posted last(long channel) {
        return discord.messages(channel, 1).getLast();
    }

    List<String> logged() {
        return List.copyOf(log.list).stream()
                .map(event -> event.getLoggerName() + " " + event.getFormattedMessage() + " "
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ch.qos.logback.classic.spi.ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
    }

    @Override
    public void close() {
        chat.close();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        ((Logger) LoggerFactory.getLogger("dev.tocsin")).setLevel(before);
        discord.close();
        if (logged().stream().anyMatch(line -> line.contains(discord.token()))) {
            throw new AssertionError("the token is in the log");
        }
    }

    void closeChat() {
        chat.close();
    }

    private DiscordChat chat(String token) {
        DiscordChat.Terms terms = new DiscordChat.Terms(
                new Secret(token),
                Optional.of(discord.api()),
                Optional.of(discord.gateway()),
                shards,
                Set.of(),
                Set.of(),
                Optional.empty());
        return DiscordChat.open(terms, new Remembering(), () -> ZoneOffset.UTC, host(), HURRIED);
    }

    private Host host() {
        return new Host() {
            @Override
            public void trouble(String sentence) {
                troubles.add(sentence);
            }

            @Override
            public void reachable(Predicate<ChannelRef> channels) {
                reached.incrementAndGet();
            }
        };
    }

    private static final class Remembering implements Memo {
        private final Map<String, String> facts = new ConcurrentHashMap<>();

        @Override
        public Optional<String> read(String name) {
            return Optional.ofNullable(facts.get(name));
        }

        @Override
        public void write(String name, String value) {
            facts.put(name, value);
        }
    }

    /** Knows {@code /ping}. */
    private static final class PingDesk implements Desk {
        @Override
        public List<CommandSpec> specs() {
            return List.of(new CommandSpec("ping", "Answers", Role.EVERYONE, List.of(), List.of("/ping")));
        }

        @Override
        public Message answer(Caller caller, String line) {
            return Message.of(Tone.INFO, "pong");
        }

        @Override
        public Message answer(Caller caller, Form form) {
            return Message.of(Tone.INFO, "pong");
        }

        @Override
        public List<Candidate> complete(Caller caller, String command, String param, String begun, int most) {
            return List.of();
        }

        @Override
        public List<Candidate> complete(Caller caller, String line, int most) {
            return List.of();
        }
    }
}
