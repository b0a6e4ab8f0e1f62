package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.Member;
import dev.tocsin.chat.discord.fake.Posted;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Bell;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.engine.Outgoing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who may read a channel and not write there. */
class ReadersTest {
    @Test
    void aButtonAnswersThemAlone(@TempDir Path folder) throws Exception {
        try (DiscordStage stage = new DiscordStage(folder)) {
            Member reader = stage.guild.reader("rae");
            stage.start();
            stage.discord.await(
                    Duration.ofSeconds(20),
                    "the bot sees the channel",
                    () -> stage.chat().session().find(stage.channel) instanceof Found.Here);
            assertThat(sent(stage)).isTrue();
            Posted shown = stage.discord.messages(stage.channel, 1).getLast();

            Posted forReader = stage.discord
                    .button(reader, stage.channel, shown.id(), "do:/status")
                    .answer();
            Posted forWriter = stage.discord
                    .button(stage.anybody, stage.channel, shown.id(), "do:/status")
                    .answer();

            assertThat(forReader.isEphemeral()).isTrue();
            assertThat(forWriter.isEphemeral()).isFalse();
        }
    }

    private static boolean sent(DiscordStage stage) {
        Message notice = Message.of(Tone.ALERT, "api is down").suggest("What is down now", "/status");
        return stage.chat()
                        .send(
                                new ChannelRef(DiscordChat.PLATFORM, Long.toString(stage.channel)),
                                new Outgoing(notice, "key", Optional.empty(), Manner.PLAIN, Bell.RINGS))
                instanceof DeliveryResult.Delivered;
    }
}
