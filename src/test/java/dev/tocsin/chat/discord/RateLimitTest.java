package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.Answer;
import dev.tocsin.chat.discord.fake.FakeError;
import dev.tocsin.chat.discord.fake.TooMany;
import dev.tocsin.core.delivery.DeliveryResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Discord asks to wait: the outbox waits, and no thread of ours does. */
class RateLimitTest {
    private static final Duration PAUSE = Duration.ofMillis(29_300);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private OutStage stage;
    private long text;
    private long other;

    @BeforeEach
    void open() throws Exception {
        stage = OutStage.connected();
        text = stage.guild.text("alerts");
        other = stage.guild.text("others");
        stage.awaitConnected(other);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Duration waits(long channel) {
        Instant before = Instant.now();
        DeliveryResult result = stage.send(channel);
        assertThat(Duration.between(before, Instant.now())).isLessThan(AT_ONCE);
        assertThat(result).isInstanceOf(DeliveryResult.Deferred.class);
        return ((DeliveryResult.Deferred) result).retryAfter().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(TooMany.Scope.class)
    void theOutboxWaitsAsLongAsDiscordAsksInEveryForm(TooMany.Scope scope) {
        stage.discord.script().onMessagesTo(text).tooMany(new TooMany(PAUSE, scope));

        assertThat(waits(text)).isBetween(PAUSE, PAUSE.plusSeconds(1));
        assertThat(waits(text)).isBetween(PAUSE.minus(AT_ONCE), PAUSE.plusSeconds(1));
        assertThat(stage.discord.requests("POST", "/channels/" + text + "/messages"))
                .as("the second is not sent at all")
                .hasSize(1);
        switch (scope) {
            case USER, SHARED, USER_WITHOUT_VIA -> stage.sent(other);
            case GLOBAL, CLOUDFLARE -> assertThat(waits(other)).isGreaterThan(PAUSE.minus(AT_ONCE));
        }
    }

    @Test
    void aFractionalHeaderAndNoneAtAllAreRead() {
        stage.discord
                .script()
                .onMessagesTo(text)
                .answer(Answer.of(429, FakeError.NOT_FOUND.json())
                        .with(Map.of("Retry-After", "12.345", "via", "1.1 google", "X-RateLimit-Scope", "user")));
        stage.discord
                .script()
                .onMessagesTo(other)
                .answer(Answer.of(429, FakeError.NOT_FOUND.json())
                        .with(Map.of("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT", "via", "1.1 google")));

        assertThat(waits(text)).isBetween(Duration.ofSeconds(12), Duration.ofSeconds(13));
        assertThat(waits(other)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void afterTheWaitItIsSent() {
        stage.discord.script().onMessagesTo(text).tooMany(TooMany.route(Duration.ofSeconds(1)));
        Duration wait = waits(text);

        LockSupport.parkNanos(wait.toNanos());
        stage.sent(text);
    }

    @Test
    void whatIsUsedUpIsKnownBeforeDiscordRefusesAnything() {
        stage.discord.buckets().perChannel(true);
        for (int i = 0; i < 5; i++) {
            stage.sent(text);
        }

        assertThat(waits(text)).isLessThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(stage.discord.requests("POST", "/channels/" + text + "/messages"))
                .noneMatch(request -> request.status() == 429);
        stage.sent(other);
    }

    /** 4 to each of 50 channels: 200 messages, 50 a second over all, so 3 s is the least that Discord allows; 5 s were measured. */
    @Test
    void twoHundredSendsToFiftyChannelsAllArriveInTheirOrder() throws Exception {
        List<Long> channels = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            channels.add(stage.guild.text("c" + i));
        }
        stage.awaitConnected(channels.getLast());
        stage.discord.buckets().perChannel(true);
        stage.discord.buckets().global(true);
        Map<Long, List<String>> sent = new ConcurrentHashMap<>();
        Instant begun = Instant.now();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (long channel : channels) {
                all.add(threads.submit(() -> sent.put(channel, four(channel))));
            }
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
        Duration took = Duration.between(begun, Instant.now());

        for (long channel : channels) {
            assertThat(stage.discord.messages(channel))
                    .extracting(posted -> posted.nonce().orElseThrow())
                    .isEqualTo(sent.getOrDefault(channel, List.of()).stream()
                            .map(Nonce::of)
                            .toList());
        }
        assertThat(took).isLessThan(Duration.ofSeconds(15));
    }

    private List<String> four(long channel) {
        List<String> keys = List.of(channel + "a", channel + "b", channel + "c", channel + "d");
        for (String key : keys) {
            DeliveryResult result = stage.send(channel, key);
            while (result instanceof DeliveryResult.Deferred(var after, String why)) {
                LockSupport.parkNanos(
                        after.orElseThrow(() -> new AssertionError(why)).toNanos());
                result = stage.send(channel, key);
            }
            assertThat(result).isInstanceOf(DeliveryResult.Delivered.class);
        }
        return keys;
    }
}
