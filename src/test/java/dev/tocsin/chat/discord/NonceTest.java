package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.dv8tion.jda.api.entities.Message;
import org.junit.jupiter.api.Test;

/** The word by which Discord knows a message that is sent again. */
class NonceTest {
    @Test
    void theSameKeyGivesTheSameWordAndAnotherAnother() {
        assertThat(Nonce.of("outage api 12@discord:1")).isEqualTo(Nonce.of("outage api 12@discord:1"));
        assertThat(IntStream.range(0, 10_000).mapToObj(i -> Nonce.of("outage api 12@discord:" + i)))
                .doesNotHaveDuplicates();
    }

    @Test
    void discordTakesItWhateverTheKey() {
        assertThat(Nonce.of(""))
                .hasSizeLessThanOrEqualTo(Message.MAX_NONCE_LENGTH)
                .matches("[\\w-]+");
        assertThat(Nonce.of("ü😀\n".repeat(1_000))).hasSizeLessThanOrEqualTo(Message.MAX_NONCE_LENGTH);
    }
}
