package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.FakeError;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.chat.telegram.fake.Standing;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Line;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message is kept at hand by its pin. */
class PinsTest {
    private Stage stage;
    private Receipt receipt;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage();
        stage.telegram.rooms().standBot(stage.ada, stage.group, Standing.ADMINISTRATOR);
        receipt = Stage.receipt(stage.send(stage.group, Pictures.with(Stage.DOWN, Pictures.RED)));
        stage.pass(Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aMessageIsPinnedWithoutASoundAndItsPinTakenAway() {
        assertThat(stage.pin(stage.group, receipt)).isEqualTo(new DeliveryResult.Delivered(receipt));
        assertThat(stage.last(stage.group).isPinned()).isTrue();
        assertThat(stage.telegram
                        .requests("pinChatMessage")
                        .getFirst()
                        .parameters()
                        .isSet("disable_notification"))
                .isTrue();
        assertThat(stage.unpin(stage.group, receipt)).isEqualTo(new DeliveryResult.Delivered(receipt));
        assertThat(stage.last(stage.group).isPinned()).isFalse();
    }

    @Test
    void theFirstOfSeveralMessagesIsTheOne() {
        Receipt longer = Stage.receipt(stage.send(
                stage.group, Pictures.with(Stage.DOWN, Pictures.RED).fact("Evidence", Line.of("x".repeat(1_000)))));
        stage.pass(Duration.ofSeconds(5));
        Stage.receipt(stage.pin(stage.group, longer));

        assertThat(stage.shown(stage.group)).extracting(Posted::isPinned).containsExactly(false, true, false);
    }

    @Test
    void whereTheBotMayNotItIsTriedLater() {
        stage.telegram.rooms().standBot(stage.ada, stage.group, Standing.MEMBER);

        assertThat(Stage.deferred(stage.pin(stage.group, receipt))).isEqualTo(Trouble.PAUSE);
        assertThat(Stage.deferred(stage.unpin(stage.group, receipt))).isEqualTo(Trouble.PAUSE);
    }

    @Test
    void whatIsNoMoreIsNotPinnedAndNeedsNoUnpinning() {
        stage.telegram.talk().erases(stage.group, stage.last(stage.group).id());

        assertThat(stage.pin(stage.group, receipt))
                .isEqualTo(new DeliveryResult.Rejected("Telegram says: " + FakeError.PIN_NOT_FOUND.description()));
        assertThat(stage.unpin(stage.group, receipt)).isEqualTo(new DeliveryResult.Delivered(receipt));
        assertThat(stage.pin(stage.group, new Receipt("line-1"))).isInstanceOf(DeliveryResult.Rejected.class);
    }

    @Test
    void itWaitsAsTelegramAsks() {
        stage.telegram.script().on("pinChatMessage").error(FakeError.tooMany(Duration.ofSeconds(33)));

        assertThat(Stage.deferred(stage.pin(stage.group, receipt))).hasSeconds(33);
        assertThat(Stage.deferred(stage.pin(stage.group, receipt))).hasSeconds(33);
        assertThat(stage.telegram.requests("pinChatMessage")).hasSize(1);
    }
}
