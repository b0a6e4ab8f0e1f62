package dev.tocsin.chat.telegram;

import dev.tocsin.chat.discord.Desks;
import dev.tocsin.chat.telegram.fake.FakeChat;
import dev.tocsin.chat.telegram.fake.FakePerson;
import dev.tocsin.chat.telegram.fake.FakeTelegram;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.chat.telegram.fake.Standing;
import dev.tocsin.command.Desk;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.target.Secret;
import dev.tocsin.engine.Memo;
import dev.tocsin.engine.Rig;
import dev.tocsin.engine.Timepiece;
import dev.tocsin.sample.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;

/** The listening half over a fake Telegram, the bot's own desk over a rig behind it, and people in a group. */
final class InStage implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(20);

    final FakeTelegram telegram;
    final Rig rig;
    /** An admin of the config. */
    final FakePerson owner;
    /** Who made the group. */
    final FakePerson ana;

    final FakePerson eve;
    final FakeChat group;
    final FakeChat direct;
    final Map<String, String> memo = new ConcurrentHashMap<>();
    /** What the other half heard. */
    final List<String> heard = new CopyOnWriteArrayList<>();
    /** How often Telegram was said to answer again, or for the first time. */
    final AtomicInteger answering = new AtomicInteger();
    /** How long the next answers have to wait for their turn; no time where there is none left. */
    final Queue<Duration> turns = new ConcurrentLinkedQueue<>();

    /** Thrown once, the next time that something is written down. */
    final AtomicReference<@Nullable Throwable> memoFails = new AtomicReference<>();

    private final AtomicLong nanos = new AtomicLong(-5_000);
    private final Path folder;
    private final OkHttpClient http =
            new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
    private Optional<Memo> replaced = Optional.empty();
    private Optional<Incoming> incoming = Optional.empty();

    InStage(Path folder) throws IOException {
        this(folder, new FakeTelegram());
    }

    InStage(Path folder, InstantSource clock) throws IOException {
        this(folder, new FakeTelegram(clock));
    }

    private InStage(Path folder, FakeTelegram telegram) {
        this.folder = folder;
        this.telegram = telegram;
        owner = telegram.rooms().person("Olga");
        ana = telegram.rooms().person("Ana");
        eve = telegram.rooms().person("Eve");
        group = telegram.rooms().open(FakeChat.Kind.SUPERGROUP, "Harbour", ana);
        direct = telegram.rooms().direct(owner);
        telegram.rooms().stand(ana, group, eve, Standing.MEMBER);
        telegram.rooms().stand(ana, group, owner, Standing.MEMBER);
        rig = new Rig(folder);
        rig.declare(List.of(Samples.target("portal"), Samples.target("mail"), Samples.target("tax")));
    }

    Desk desk() {
        return Desks.desk(rig, folder, List::of);
    }

    InStage start() {
        return start(desk());
    }

    InStage start(Desk desk) {
        return start(desk, Set.of(Long.toString(owner.id())));
    }

    InStage start(Desk desk, Set<String> admins) {
        return start(desk, admins, telegram.address());
    }

    /** At that address. */
    InStage start(String api) {
        return start(desk(), Set.of(), api);
    }

    private InStage start(Desk desk, Set<String> admins, String api) {
        TelegramChat.Terms terms = new TelegramChat.Terms(new Secret(telegram.token()), Optional.of(api), admins);
        Account account = Account.of(terms, quick());
        Incoming opened = new Incoming(account, terms, new Incoming.Means(setting(), client()), desk, hearing());
        incoming = Optional.of(opened);
        opened.start();
        return this;
    }

    private OkHttpTelegramClient client() {
        TelegramUrl url = TelegramUrl.builder()
                .schema("http")
                .host("127.0.0.1")
                .port(telegram.port())
                .build();
        return new OkHttpTelegramClient(http, telegram.token(), url);
    }

    Registrar registrar(List<SetMyCommands> menus) {
        return new Registrar(client(), memo(), "7000001", menus);
    }

    /** A memo in place of the stage's own from the next start on. */
    void memo(Memo other) {
        replaced = Optional.of(other);
    }

    private TelegramChat.Setting setting() {
        return new TelegramChat.Setting(
                memo(), () -> ZoneOffset.UTC, new Timepiece(InstantSource.system(), () -> nanos.get()));
    }

    /** Time passes for all that believes something for a while. */
    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    static Waits quick() {
        return new Waits(
                Duration.ofSeconds(5),
                Duration.ofMillis(20),
                Duration.ofMillis(100),
                Duration.ofMillis(200),
                Duration.ofMillis(300),
                Duration.ofMinutes(5),
                Duration.ofMillis(700));
    }

    void stop() {
        incoming.ifPresent(Incoming::close);
        incoming = Optional.empty();
    }

    /** As a new process would start. */
    InStage restart() {
        stop();
        return start();
    }

    /** The bot's answer to a line. */
    Posted ask(FakePerson who, FakeChat chat, String line) {
        return answer(chat, telegram.talk().says(who, chat, line));
    }

    /** The bot's first answer to that message. */
    Posted answer(FakeChat chat, long to) {
        telegram.await(
                SOON,
                "an answer to message " + to + " in " + chat.title(),
                () -> !answers(chat, to).isEmpty());
        return answers(chat, to).getFirst();
    }

    List<Posted> answers(FakeChat chat, long to) {
        return telegram.rooms().fromBot(chat.id()).stream()
                .filter(each -> each.repliesTo().orElse(0) == to)
                .toList();
    }

    /** Presses, and the bot's answer in words. */
    Posted press(FakePerson who, Posted under, String data) {
        int before = telegram.rooms().fromBot(under.chat()).size();
        telegram.talk().presses(who, under.chat(), under.id(), data);
        return telegram.rooms().fromBot(under.chat(), before + 1).getLast();
    }

    /** Everything sent so far was heard: what is asked now is answered. */
    void settled() {
        ask(owner, direct, "/about");
    }

    void awaitHeard(String what) {
        telegram.await(SOON, what + " among " + heard, () -> heard.contains(what));
    }

    @Override
    public void close() {
        stop();
        rig.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        telegram.close();
    }

    Hearing hearing() {
        return new Hearing() {
            @Override
            public void moved(ChannelRef from, ChannelRef to) {
                heard.add("moved " + from + " to " + to);
            }

            @Override
            public void asleep(ChannelRef channel, String why) {
                heard.add("asleep " + channel + ": " + why);
            }

            @Override
            public void awake(ChannelRef channel) {
                heard.add("awake " + channel);
            }

            @Override
            public Optional<Duration> speak(long chat) {
                return Optional.ofNullable(turns.poll());
            }

            @Override
            public void told(long chat, Duration pause) {
                heard.add("told to wait " + pause.toSeconds() + " s in " + chat);
            }

            @Override
            public void heard() {
                answering.incrementAndGet();
            }

            @Override
            public void refused() {
                heard.add("refused");
            }

            @Override
            public void accepted() {
                heard.add("accepted");
            }

            @Override
            public void trouble(String sentence) {
                heard.add(sentence);
            }
        };
    }

    Memo memo() {
        return replaced.orElseGet(this::own);
    }

    private Memo own() {
        return new Memo() {
            @Override
            public Optional<String> read(String name) {
                return Optional.ofNullable(memo.get(name));
            }

            @Override
            public void write(String name, String value) {
                switch (memoFails.getAndSet(null)) {
                    case null -> {}
                    case Error error -> throw error;
                    case RuntimeException fault -> throw fault;
                    default -> throw new IllegalArgumentException();
                }
                memo.put(name, value);
            }
        };
    }
}
