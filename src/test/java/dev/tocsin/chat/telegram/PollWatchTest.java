package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.FakeError;
import dev.tocsin.chat.telegram.fake.FakeTelegram;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.target.Secret;
import dev.tocsin.engine.Memo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.Update;

/** Polling that has stopped without a word is begun anew; the looks at it are the test's, and so is their time. */
class PollWatchTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger consumed = new AtomicInteger();
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final PollLine line = new PollLine();
    private FakeTelegram telegram;
    private Pauses pauses;
    private Polling polling;

    @BeforeEach
    void open() throws Exception {
        telegram = new FakeTelegram();
        Waits waits = new Waits(
                Duration.ofSeconds(50),
                Duration.ofMillis(20),
                Duration.ofMillis(100),
                NEVER,
                NEVER,
                Duration.ofMinutes(5),
                Duration.ofMillis(700));
        TelegramChat.Terms terms =
                new TelegramChat.Terms(new Secret(telegram.token()), Optional.of(telegram.address()), Set.of());
        Account account = Account.of(terms, waits);
        pauses = new Pauses(line, waits, new Deaf());
        Offset offset = new Offset(memo(), account.bot());
        polling = new Polling(
                () -> {
                    begun.incrementAndGet();
                    return new PollSession(account, line, pauses, offset, updates -> consume(offset, updates));
                },
                pauses,
                line,
                waits);
    }

    @AfterEach
    void close() {
        polling.close();
        telegram.close();
    }

    /** The first batch hangs until it is let go. */
    private void consume(Offset offset, List<Update> updates) {
        if (consumed.incrementAndGet() == 1) {
            try {
                stuck.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        updates.forEach(update -> offset.skip(update.getUpdateId()));
    }

    private static Memo memo() {
        Map<String, String> kept = new ConcurrentHashMap<>();
        return new Memo() {
            @Override
            public Optional<String> read(String name) {
                return Optional.ofNullable(kept.get(name));
            }

            @Override
            public void write(String name, String value) {
                kept.put(name, value);
            }
        };
    }

    private void say() {
        var ana = telegram.rooms().person("Ana");
        long said = telegram.talk().says(ana, telegram.rooms().direct(ana), "/status");
        assertThat(said).isPositive();
    }

    private void looks(int times) {
        for (int i = 0; i < times; i++) {
            polling.look();
        }
    }

    @Test
    void whatHangsIsBegunAnewAfterTwentyLooks() {
        polling.start();
        telegram.await(InStage.SOON, "a poll", telegram.updates()::isPolled);
        say();
        telegram.await(InStage.SOON, "a batch that hangs", () -> consumed.get() == 1);
        looks(Waits.QUIET);
        assertThat(begun).hasValue(1);
        looks(1);
        assertThat(begun).hasValue(2);

        telegram.await(InStage.SOON, "the batch again", () -> consumed.get() == 2);
    }

    @Test
    void aPollThatComesAndGoesIsLeftAlone() {
        polling.start();
        telegram.await(InStage.SOON, "a poll", telegram.updates()::isPolled);
        stuck.countDown();
        for (int i = 1; i <= 3; i++) {
            int batch = i;
            looks(Waits.QUIET - 1);
            say();
            telegram.await(InStage.SOON, "a batch", () -> consumed.get() >= batch);
            telegram.await(InStage.SOON, "the next poll", telegram.updates()::isPolled);
        }

        assertThat(begun).hasValue(1);
    }

    @Test
    void aPauseIsNoStandstill() {
        telegram.script().on("getUpdates").always().error(FakeError.UNAUTHORIZED);
        polling.start();
        telegram.await(InStage.SOON, "a pause", () -> pauses.rest() == Pauses.Rest.ON);
        looks(3 * Waits.QUIET);

        assertThat(begun).hasValue(1);
    }

    private static final class Deaf implements Hearing {
        @Override
        public void moved(ChannelRef from, ChannelRef to) {}

        @Override
        public void asleep(ChannelRef channel, String why) {}

        @Override
        public void awake(ChannelRef channel) {}

        @Override
        public Optional<Duration> speak(long chat) {
            return Optional.empty();
        }

        @Override
        public void told(long chat, Duration pause) {}

        @Override
        public void heard() {}

        @Override
        public void refused() {}

        @Override
        public void accepted() {}

        @Override
        public void trouble(String sentence) {}
    }
}
