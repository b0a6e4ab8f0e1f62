package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Bell;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message is kept at hand by its pin, and makes a sound or none. */
class PinsTest {
    /** Source: https://discord.com/developers/docs/resources/message#message-object-message-flags */
    private static final int SUPPRESS_NOTIFICATIONS = 1 << 12;

    private OutStage stage;
    private long channel;

    @BeforeEach
    void open() throws Exception {
        stage = OutStage.connected();
        channel = stage.guild.text("alerts");
        stage.awaitConnected(channel);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private int flags() {
        return stage.last(channel).json().path("flags").asInt() & SUPPRESS_NOTIFICATIONS;
    }

    @Test
    void aMessageIsPinnedAndItsPinTakenAway() {
        Receipt receipt = stage.sent(channel);
        assertThat(stage.pin(channel, receipt)).isEqualTo(new DeliveryResult.Delivered(receipt));
        assertThat(stage.last(channel).pinned()).isTrue();
        assertThat(stage.unpin(channel, receipt)).isEqualTo(new DeliveryResult.Delivered(receipt));
        assertThat(stage.last(channel).pinned()).isFalse();
    }

    @Test
    void whereTheBotMayNotItIsTriedLater() {
        Receipt receipt = stage.sent(channel);
        stage.guild.botMayNot(channel, Permission.PIN_MESSAGES);

        assertThat(stage.pin(channel, receipt)).isInstanceOf(DeliveryResult.Deferred.class);
    }

    @Test
    void whatIsNoMoreIsNotPinnedAndNeedsNoUnpinning() {
        Receipt gone =
                new Place(channel, stage.last(channel(stage.sent(channel))).id() + 1).receipt();

        assertThat(stage.pin(channel, gone)).isInstanceOf(DeliveryResult.Rejected.class);
        assertThat(stage.unpin(channel, gone)).isEqualTo(new DeliveryResult.Delivered(gone));
        assertThat(stage.pin(channel, new Receipt("line-1"))).isInstanceOf(DeliveryResult.Rejected.class);
    }

    @Test
    void whatIsToMakeNoSoundMakesNoneAndIsEditedAsEverythingElse() {
        Receipt loud = stage.sent(channel);
        assertThat(flags()).isZero();
        assertThat(loud.message()).isNotEmpty();
        stage.bell = Bell.SILENT;
        Receipt receipt = stage.sent(channel);
        assertThat(flags()).isEqualTo(SUPPRESS_NOTIFICATIONS);

        assertThat(stage.amend(channel, receipt, Message.of(Tone.GOOD, "api is back")))
                .isEqualTo(new DeliveryResult.Delivered(receipt));
        assertThat(stage.discord
                        .requests("PATCH", "/channels/{channel}/messages/{message}")
                        .getLast()
                        .body()
                        .path("flags")
                        .asInt(0))
                .isZero();
    }

    @Test
    void wordsAloneMakeNoSoundEither() {
        stage.guild.botMayNot(channel, Permission.MESSAGE_EMBED_LINKS);
        stage.awaitLack(channel, Permission.MESSAGE_EMBED_LINKS);
        stage.bell = Bell.SILENT;
        assertThat(stage.sent(channel).message()).isNotEmpty();

        assertThat(flags()).isEqualTo(SUPPRESS_NOTIFICATIONS);
    }

    private static long channel(Receipt receipt) {
        return Place.parse(receipt).orElseThrow().channel();
    }
}
