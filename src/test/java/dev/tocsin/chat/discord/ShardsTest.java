package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.Guild;
import dev.tocsin.core.delivery.DeliveryResult;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers shared by several sessions. */
class ShardsTest {
    private OutStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = OutStage.connected();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void discordSaysHowManyAndEveryServerIsReachedByItsOwn() {
        List<Guild> guilds = IntStream.range(0, 6)
                .mapToObj(i -> stage.discord.guild("Server " + i))
                .toList();
        List<Long> channels = guilds.stream().map(guild -> guild.text("alerts")).toList();
        int before = stage.discord.line().identifies();
        stage.discord.shards(2);
        stage.shards = -1;
        stage.reopen(stage.discord.token());
        channels.forEach(stage::awaitConnected);

        assertThat(stage.discord.line().identifies() - before).isEqualTo(2);
        channels.forEach(channel -> assertThat(stage.send(channel)).isInstanceOf(DeliveryResult.Delivered.class));
        for (int i = 0; i < guilds.size(); i++) {
            assertThat(stage.discord
                            .slash(guilds.get(i).owner(), channels.get(i), "ping", Map.of())
                            .answer()
                            .text())
                    .contains("pong");
        }
    }
}
