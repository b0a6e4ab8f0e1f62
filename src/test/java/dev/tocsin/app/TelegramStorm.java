package dev.tocsin.app;

import dev.tocsin.chat.telegram.fake.FakeChat;
import dev.tocsin.chat.telegram.fake.FakePerson;
import dev.tocsin.chat.telegram.fake.FakeTelegram;
import dev.tocsin.chat.telegram.fake.Flood;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.chat.telegram.fake.Recorded;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Telegram answers 429 and {@code retry_after} 3 for 25 s, and then cannot be reached at all. It keeps its limits
 * throughout, and somebody asks in the group all the time. Two private chats, a group and a topic are told of all.
 */
final class TelegramStorm implements StormPlatform {
    private static final Duration LIMITED = Duration.ofSeconds(25);
    private static final Duration ASKED = Duration.ofSeconds(3);
    private static final Duration QUESTIONS = Duration.ofSeconds(3);

    private final FakeTelegram telegram = new FakeTelegram();
    private final Duration cut;
    private final FakePerson ada = telegram.rooms().person("Ada");
    private final FakeChat direct = telegram.rooms().direct(ada);
    private final FakeChat edits = telegram.rooms().direct(telegram.rooms().person("Bo"));
    private final FakeChat group = telegram.rooms().open(FakeChat.Kind.SUPERGROUP, "Harbour", ada);
    private final FakeChat forum = telegram.rooms().open(FakeChat.Kind.FORUM, "Lighthouse", ada);
    private final long topic = telegram.rooms().topic(forum, ada, "Outages");
    private final List<FakeChat> more;
    private long limited;
    private volatile Line line = Line.UP;

    private enum Line {
        UP,
        DOWN,
        CLOSED
    }

    /**
     * Telegram before the storm.
     *
     * @param cut how long there is no connection
     * @param more further private chats
     */
    TelegramStorm(Duration cut, int more) throws IOException {
        this.cut = cut;
        this.more = IntStream.range(0, more)
                .mapToObj(i -> telegram.rooms().direct(telegram.rooms().person("Person " + i)))
                .toList();
        telegram.flood().on(Flood.Limit.OVERALL, Flood.Limit.CHAT, Flood.Limit.GROUP);
        Thread.ofPlatform().daemon().start(this::ask);
    }

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public String config() {
        return "\"telegram\": {\"token\": \"" + telegram.token() + "\", \"apiUrl\": \"" + telegram.address()
                + "\"}, \"subscriptions\": [" + wish(Long.toString(direct.id()), "reply") + ","
                + wish(Long.toString(edits.id()), "edit") + "," + wish(Long.toString(group.id()), "reply") + ","
                + wish(forum.id() + "/" + topic, "reply")
                + more.stream()
                        .map(chat -> "," + wish(Long.toString(chat.id()), "reply"))
                        .collect(Collectors.joining())
                + "]";
    }

    /** From now on every message is answered so long after it is there. */
    void answersAfter(Duration time) {
        telegram.script().onMessages().always().late(time);
    }

    private static String wish(String address, String follow) {
        return "{\"channel\": \"telegram:" + address + "\", \"follow\": \"" + follow + "\"}";
    }

    @Override
    public Duration spell() {
        return LIMITED.plus(cut);
    }

    @Override
    public void weather(Step midway) throws IOException, InterruptedException {
        var tooMany = telegram.script()
                .on(request -> request.method().matches("(?i)(send|edit)\\w+"))
                .always();
        tooMany.tooMany(ASKED);
        StormPlatform.pause(LIMITED);
        tooMany.end();
        limited += tooMany.hits();
        line = Line.DOWN;
        telegram.goDown();
        StormPlatform.pause(cut.dividedBy(2));
        midway.take();
        StormPlatform.pause(cut.dividedBy(2));
        telegram.comeBack();
        line = Line.UP;
    }

    /** What answers a person's message was asked for, and what does not ring belongs to the message before. */
    @Override
    public List<Told> told() {
        List<Told> all = new ArrayList<>();
        List<FakeChat> chats = Stream.concat(Stream.of(direct, edits, group, forum), more.stream())
                .toList();
        Map<String, Deque<String>> taken = taken();
        for (FakeChat chat : chats) {
            Deque<String> said = taken.getOrDefault(Long.toString(chat.id()), new ArrayDeque<>());
            List<Long> own =
                    telegram.rooms().fromBot(chat.id()).stream().map(Posted::id).toList();
            for (Posted one : telegram.rooms().fromBot(chat.id())) {
                String first = said.isEmpty() ? one.text() : said.removeFirst();
                if (one.isSilent()) {
                    continue;
                }
                if (one.repliesTo().isEmpty() || own.contains(one.repliesTo().getAsLong())) {
                    all.add(new Told(
                            Long.toString(chat.id()), receipt(one), one.marks().at(), first, one.text()));
                }
            }
        }
        return all;
    }

    private static String receipt(Posted message) {
        return message.chat() + "/" + message.id()
                + (message.topic().isPresent() ? "/" + message.topic().getAsLong() : "");
    }

    /** What was posted in each chat, in order. */
    private Map<String, Deque<String>> taken() {
        return telegram.requests().stream()
                .filter(request -> request.method().matches("(?i)send(Message|Document|Photo)"))
                .filter(request -> request.status() == 200)
                .collect(Collectors.groupingBy(
                        request -> request.chat().orElse(""),
                        Collectors.mapping(
                                request -> request.parameters().text("text").orElse("a file"),
                                Collectors.toCollection(ArrayDeque::new))));
    }

    @Override
    public String remarks() {
        List<Recorded> all = telegram.requests();
        long refused = all.stream().filter(request -> request.status() == 429).count();
        long answers = telegram.rooms().fromBot(group.id()).stream()
                .filter(one -> one.repliesTo().isPresent())
                .count();
        return String.format(
                "%d calls refused by the weather, %d by the limits (%s); %d calls within a pause that Telegram had asked"
                        + " for; %d replies in the group; faults: %s",
                limited,
                refused - limited,
                overLimits(all),
                telegram.flood().early().size(),
                answers,
                telegram.takeFaults());
    }

    private static String overLimits(List<Recorded> all) {
        return all.stream()
                .filter(request -> request.status() == 429)
                .collect(Collectors.groupingBy(
                        request -> request.method().toLowerCase(Locale.ROOT), Collectors.counting()))
                .toString();
    }

    private void ask() {
        try {
            while (line != Line.CLOSED) {
                StormPlatform.pause(QUESTIONS);
                if (line == Line.UP) {
                    long asked = telegram.talk().says(ada, group, "/status@" + telegram.botName());
                    assert asked > 0;
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        line = Line.CLOSED;
        telegram.takeFaults();
        telegram.close();
    }
}
