package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.FakeError;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.engine.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that was sent is kept true in its place. */
class EditingTest {
    private Stage stage;
    private Receipt receipt;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage();
        receipt = Stage.receipt(stage.send(stage.direct, Stage.DOWN.suggest("Mute", "/mute api")));
        stage.pass(Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Posted shown() {
        assertThat(stage.shown(stage.direct)).hasSize(1);
        return stage.last(stage.direct);
    }

    @Test
    void messagesCanBeChangedThere() {
        assertThat(stage.editing()).isEqualTo(Channel.Editing.POSSIBLE);
    }

    @Test
    void theMessageSaysWhatIsSoNow() {
        Message now = Message.of(Tone.GOOD, Line.of("").strong("<api>").text(" is back"));
        assertThat(stage.amend(stage.direct, receipt, now)).isEqualTo(new DeliveryResult.Delivered(receipt));

        assertThat(shown().text()).isEqualTo("✅ <api> is back");
        assertThat(shown().first("bold")).isEqualTo("<api>");
        assertThat(shown().edits()).isEqualTo(1);
        assertThat(shown().buttons()).as("what fits no more is gone").isEmpty();
    }

    @Test
    void itsButtonsAreThoseOfTheNewWords() {
        Stage.receipt(stage.amend(stage.direct, receipt, Stage.BACK.suggest("Details", "/status api")));

        assertThat(shown().buttons()).containsExactly("/status api");
    }

    @Test
    void nobodyIsCalledByIt() {
        stage.manner = new Manner(Manner.Following.EDIT, List.of(new Manner.Mention(Manner.Mention.Kind.USER, "1001")));
        Stage.receipt(stage.amend(stage.direct, receipt, Stage.BACK));

        assertThat(shown().text()).isEqualTo("✅ api is back");
    }

    @Test
    void wordsThatStandThereAlreadyAreDelivered() {
        assertThat(stage.amend(stage.direct, receipt, Stage.DOWN.suggest("Mute", "/mute api")))
                .isEqualTo(new DeliveryResult.Delivered(receipt));
        assertThat(shown().edits()).isZero();
    }

    @Test
    void aMessageThatIsNoMoreIsNotEdited() {
        stage.telegram.talk().erases(stage.direct, shown().id());

        assertThat(stage.amend(stage.direct, receipt, Stage.BACK))
                .isEqualTo(new DeliveryResult.Rejected("Telegram says: Bad Request: message to edit not found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message can't be edited", "there is no text in the message to edit", "MESSAGE_ID_INVALID"})
    void aMessageThatIsNotTheBotsToEditStays(String words) {
        stage.telegram.script().on("editMessageText").error(new FakeError(400, "Bad Request: " + words, Map.of()));

        assertThat(stage.amend(stage.direct, receipt, Stage.BACK)).isInstanceOf(DeliveryResult.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "console", "1/2/3/4"})
    void whatIsNoMessageOfTelegramsIsNotEdited(String other) {
        assertThat(stage.amend(stage.direct, new Receipt(other), Stage.BACK))
                .isInstanceOf(DeliveryResult.Rejected.class);
        assertThat(stage.telegram.requests("editMessageText")).isEmpty();
    }

    @Test
    void wordsThatTelegramCannotReadAreMadePlain() {
        stage.telegram.script().on("editMessageText").error(FakeError.unparsable("bad tag"));
        Stage.receipt(stage.amend(
                stage.direct, receipt, Message.of(Tone.GOOD, Line.of("").strong("a&b"))));

        assertThat(shown().text()).isEqualTo("✅ a&b");
        assertThat(stage.owned()).hasSize(1);
    }

    @Test
    void anEditThatMayHaveHadItsEffectIsMadeAgainWithoutHarm() {
        stage.telegram.script().on("editMessageText").cutAfter();

        assertThat(stage.amend(stage.direct, receipt, Stage.BACK)).isInstanceOf(DeliveryResult.Uncertain.class);
        assertThat(stage.amend(stage.direct, receipt, Stage.BACK)).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(shown().edits()).isEqualTo(1);
    }

    @Test
    void whoStoppedTheBotHasNothingEdited() {
        stage.telegram.rooms().blocks(stage.ada);

        assertThat(Stage.deferred(stage.amend(stage.direct, receipt, Stage.BACK)))
                .isEqualTo(Trouble.PAUSE);
        assertThat(Stage.deferred(stage.amend(stage.direct, receipt, Stage.BACK)))
                .isEqualTo(Trouble.PAUSE);
        assertThat(stage.telegram.requests("editMessageText")).hasSize(1);
    }

    @Test
    void editsLeaveRoomForNotices() {
        int made = 0;
        while (stage.amend(stage.direct, receipt, Message.of(Tone.INFO, "state " + made))
                instanceof DeliveryResult.Delivered) {
            made++;
        }

        assertThat(made).isEqualTo(2);
        Stage.receipt(stage.send(stage.direct));
    }
}
