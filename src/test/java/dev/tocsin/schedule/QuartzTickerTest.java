package dev.tocsin.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class QuartzTickerTest {
    @Test
    void everyShardIsTickedAgainAndAgainAndWorkThatFailsIsTriedAgain() throws InterruptedException {
        CountDownLatch ticks = new CountDownLatch(12);
        CountDownLatch failures = new CountDownLatch(2);
        try (QuartzTicker ticker = new QuartzTicker(InstantSource.system())) {
            ticker.tick(4, shard -> ticks.countDown());
            ticker.repeat("failing", Duration.ofMillis(100), () -> {
                failures.countDown();
                throw new IllegalStateException("on purpose");
            });
            ticker.start();

            assertThat(ticks.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(failures.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
