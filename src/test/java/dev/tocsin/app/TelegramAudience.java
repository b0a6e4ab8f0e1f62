package dev.tocsin.app;

import dev.tocsin.chat.telegram.fake.FakeChat;
import dev.tocsin.chat.telegram.fake.FakeTelegram;
import dev.tocsin.chat.telegram.fake.Flood;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Private chats and groups, one after the other. */
final class TelegramAudience implements Audience {
    private final FakeTelegram telegram;
    private final List<FakeChat> chats;

    TelegramAudience(int chats) throws IOException {
        telegram = new FakeTelegram();
        telegram.flood().on(Flood.Limit.OVERALL, Flood.Limit.CHAT, Flood.Limit.GROUP);
        this.chats = IntStream.range(0, chats).mapToObj(this::chat).toList();
    }

    private FakeChat chat(int number) {
        var person = telegram.rooms().person("Person " + number);
        return number % 2 == 0
                ? telegram.rooms().direct(person)
                : telegram.rooms().open(FakeChat.Kind.SUPERGROUP, "Group " + number, person);
    }

    @Override
    public String platform() {
        return "\"telegram\": {\"token\": \"" + telegram.token() + "\", \"apiUrl\": \"" + telegram.address() + "\"}";
    }

    @Override
    public List<String> channels() {
        return chats.stream().map(chat -> "telegram:" + chat.id()).toList();
    }

    @Override
    public List<Instant> told() {
        return chats.stream()
                .flatMap(chat -> telegram.rooms().fromBot(chat.id()).stream())
                .map(message -> message.marks().at())
                .toList();
    }

    @Override
    public int limit() {
        return Flood.ALL;
    }

    @Override
    public long refused() {
        return telegram.requests().stream()
                .filter(request -> request.status() == 429)
                .count();
    }

    @Override
    public void close() {
        telegram.close();
    }
}
