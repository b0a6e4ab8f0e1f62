package dev.tocsin.chat.telegram;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.tocsin.chat.Host;
import dev.tocsin.chat.telegram.fake.FakeChat;
import dev.tocsin.chat.telegram.fake.FakePerson;
import dev.tocsin.chat.telegram.fake.FakeTelegram;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Bell;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.target.Secret;
import dev.tocsin.engine.Channel;
import dev.tocsin.engine.Memo;
import dev.tocsin.engine.Outgoing;
import dev.tocsin.engine.Timepiece;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/** The sending half on a fake Telegram, with all that it says and logs; both go by one clock, which is moved. */
final class Stage implements AutoCloseable {
    static final Message DOWN = Message.of(Tone.ALERT, "api is down");
    static final Message BACK = Message.of(Tone.GOOD, "api is back");
    /** Longer than loopback ever takes, and short enough to be waited for. */
    static final Duration ANSWER = Duration.ofSeconds(2);

    static final Duration ASLEEP = Duration.ofMinutes(15);
    static final Duration DOUBT = Duration.ofHours(1);

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    final FakeTelegram telegram;
    final FakePerson ada;
    final FakeChat direct;
    final FakeChat group;
    final List<String> troubles = new CopyOnWriteArrayList<>();
    /** What was said to be reachable again. */
    final List<Predicate<ChannelRef>> reachable = new CopyOnWriteArrayList<>();

    Manner manner = Manner.PLAIN;
    /** Whether what is sent makes a sound. */
    Bell bell = Bell.RINGS;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final AtomicInteger keys = new AtomicInteger();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Level before;
    private TelegramChat chat;

    Stage() throws Exception {
        telegram = new FakeTelegram(now::get);
        ada = telegram.rooms().person("Ada");
        direct = telegram.rooms().direct(ada);
        group = telegram.rooms().open(FakeChat.Kind.GROUP, "Harbour", ada);
        log.start();
        root().addAppender(log);
        before = root().getLevel();
        root().setLevel(Level.TRACE);
        chat = chat(telegram.token());
    }

    void pass(Duration time) {
        now.updateAndGet(at -> at.plus(time));
    }

    /** Closes the chat, and opens another one with that token. */
    void reopen(String token) {
        chat.close();
        chat = chat(token);
    }

    Hearing hearing() {
        return chat.hearing();
    }

    DeliveryResult send(FakeChat to) {
        return send(to, DOWN);
    }

    DeliveryResult send(FakeChat to, Message message) {
        return send(Long.toString(to.id()), message, "key " + keys.incrementAndGet(), Optional.empty());
    }

    DeliveryResult send(String address) {
        return send(address, DOWN, "key " + keys.incrementAndGet(), Optional.empty());
    }

    DeliveryResult reply(FakeChat to, Receipt receipt) {
        return reply(Long.toString(to.id()), receipt);
    }

    DeliveryResult reply(String address, Receipt receipt) {
        return send(address, BACK, "key " + keys.incrementAndGet(), Optional.of(receipt));
    }

    DeliveryResult send(String address, Message message, String key, Optional<Receipt> replyTo) {
        return chat.send(
                new ChannelRef(TelegramChat.PLATFORM, address), new Outgoing(message, key, replyTo, manner, bell));
    }

    DeliveryResult amend(FakeChat in, Receipt sent, Message message) {
        return chat.amend(
                new ChannelRef(TelegramChat.PLATFORM, Long.toString(in.id())),
                sent,
                new Outgoing(message, "key " + keys.incrementAndGet(), Optional.empty(), manner, bell));
    }

    /** Edited, however long it has to wait; its receipt from then on. */
    Receipt brought(FakeChat in, Receipt sent, Message message) {
        for (int i = 0; i < 60; i++) {
            DeliveryResult result = amend(in, sent, message);
            if (!(result instanceof DeliveryResult.Deferred || result instanceof DeliveryResult.Paced)) {
                return receipt(result);
            }
            pass(deferred(result).plusSeconds(1));
        }
        throw new AssertionError("never all of it");
    }

    DeliveryResult pin(FakeChat in, Receipt sent) {
        return chat.pin(new ChannelRef(TelegramChat.PLATFORM, Long.toString(in.id())), sent);
    }

    DeliveryResult unpin(FakeChat in, Receipt sent) {
        return chat.unpin(new ChannelRef(TelegramChat.PLATFORM, Long.toString(in.id())), sent);
    }

    Channel.Editing editing() {
        return chat.editing();
    }

    /** Sent there; fails where it was not. */
    Receipt sent(FakeChat to) {
        return receipt(send(to));
    }

    static Receipt receipt(DeliveryResult result) {
        if (result instanceof DeliveryResult.Delivered(Receipt receipt)) {
            return receipt;
        }
        throw new AssertionError(result);
    }

    /** How long until its turn comes; fails where something was tried. */
    static Duration paced(DeliveryResult result) {
        if (result instanceof DeliveryResult.Paced(Duration turn)) {
            return turn;
        }
        throw new AssertionError(result);
    }

    /** How long it is put off, by us or by Telegram; fails where it is not. */
    static Duration deferred(DeliveryResult result) {
        if (result instanceof DeliveryResult.Paced(Duration turn)) {
            return turn;
        }
        if (result instanceof DeliveryResult.Deferred(Optional<Duration> after, String ignored)) {
            return after.orElse(Duration.ZERO);
        }
        throw new AssertionError(result);
    }

    List<Posted> shown(FakeChat in) {
        return telegram.rooms().fromBot(in.id());
    }

    Posted last(FakeChat in) {
        return shown(in).getLast();
    }

    List<String> logged() {
        return List.copyOf(log.list).stream()
                .map(event -> event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + " "
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
    }

    /** What was logged as a fault of ours. */
    List<String> owned() {
        return logged().stream()
                .filter(line -> line.contains("a fault of ours"))
                .toList();
    }

    void closeChat() {
        chat.close();
    }

    @Override
    public void close() {
        chat.close();
        root().detachAppender(log);
        root().setLevel(before);
        telegram.close();
        if (logged().stream().anyMatch(line -> line.contains(telegram.token()))) {
            throw new AssertionError("the token is in the log");
        }
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private TelegramChat chat(String token) {
        Timepiece time = new Timepiece(
                now::get, () -> Duration.between(Instant.EPOCH, now.get()).toNanos());
        return TelegramChat.open(
                new TelegramChat.Terms(new Secret(token), Optional.of(telegram.address()), Set.of()),
                new TelegramChat.Setting(new Remembering(), () -> ZoneOffset.UTC, time),
                host(),
                new TelegramChat.Patience(ANSWER, ASLEEP, DOUBT));
    }

    private Host host() {
        return new Host() {
            @Override
            public void trouble(String sentence) {
                troubles.add(sentence);
            }

            @Override
            public void reachable(Predicate<ChannelRef> channels) {
                reachable.add(channels);
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
}
