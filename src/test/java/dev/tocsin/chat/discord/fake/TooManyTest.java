package dev.tocsin.chat.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The forms of a 429. */
class TooManyTest {
    private static final Duration PAUSE = Duration.ofMillis(650);

    @Test
    void theHeaderIsInWholeSecondsAndTheBodyInFractions() throws IOException {
        Answer answer = TooMany.route(PAUSE).answer("abc");

        assertThat(answer.headers())
                .containsEntry("Retry-After", "1")
                .containsEntry("X-RateLimit-Scope", "user")
                .containsEntry("X-RateLimit-Remaining", "0")
                .containsEntry("X-RateLimit-Reset-After", "0.650")
                .containsEntry("X-RateLimit-Bucket", "abc")
                .containsKey("via");
        assertThat(FakeJson.read(answer.body()).path("retry_after").asDouble()).isEqualTo(0.65);
    }

    @Test
    void theGlobalLimitSaysSoAndNamesNoBucket() throws IOException {
        Answer answer = TooMany.global(PAUSE).answer("abc");

        assertThat(answer.headers())
                .containsEntry("X-RateLimit-Global", "true")
                .containsEntry("X-RateLimit-Scope", "global")
                .doesNotContainKey("X-RateLimit-Bucket");
        assertThat(FakeJson.read(answer.body()).path("global").asBoolean()).isTrue();
    }

    @Test
    void theSharedLimitIsNotTheBotsOwn() {
        assertThat(TooMany.shared(PAUSE).answer("abc").headers()).containsEntry("X-RateLimit-Scope", "shared");
    }

    @Test
    void cloudflaresBlockIsAPageWithoutVia() {
        Answer answer = TooMany.cloudflare(PAUSE).answer("abc");

        assertThat(answer.contentType()).isEqualTo("text/html");
        assertThat(answer.headers()).containsOnlyKeys("Retry-After");
        assertThat(TooMany.withoutVia(PAUSE).answer("abc").headers())
                .doesNotContainKey("via")
                .containsKey("X-RateLimit-Bucket");
    }
}
