package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.FakeError;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A notice of several messages is kept true in all of them. */
class PartsTest {
    /** How many lines one message of such a notice takes. */
    private static final int LINES = 39;

    private static final String LEFT_OVER = "(What stood here is out of date.)";

    private Stage stage;
    private Receipt receipt;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage();
        receipt = Stage.receipt(stage.send(stage.direct, notice("down", 3)));
        stage.pass(Duration.ofSeconds(9));
        assertThat(stage.shown(stage.direct)).hasSize(3);
    }

    @AfterEach
    void close() {
        assertThat(stage.owned()).isEmpty();
        stage.close();
    }

    /** So many messages long, and each line says the state. */
    private static Message notice(String state, int messages) {
        List<Line> lines = IntStream.range(1, LINES * messages)
                .mapToObj(i -> Line.of(state + " " + i + " "
                        + "x".repeat(96 - state.length() - Integer.toString(i).length())))
                .toList();
        return Message.of(Tone.INFO, state + " " + "-".repeat(90)).and(new Block.Bullets(lines));
    }

    private List<String> beginnings() {
        return stage.shown(stage.direct).stream()
                .map(posted -> posted.text()
                        .lines()
                        .findFirst()
                        .orElse("")
                        .replaceAll("[x-]{9,}$", "")
                        .strip())
                .toList();
    }

    private long calls(String method) {
        return stage.telegram.requests(method).size();
    }

    private void erase(int index) {
        stage.telegram
                .talk()
                .erases(stage.direct, stage.shown(stage.direct).get(index).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"same process", "after a restart"})
    void allOfThemSayWhatIsSoNow(String when) {
        if (when.equals("after a restart")) {
            stage.reopen(stage.telegram.token());
        }
        assertThat(stage.brought(stage.direct, receipt, notice("up", 3))).isEqualTo(receipt);

        assertThat(stage.shown(stage.direct)).hasSize(3).allSatisfy(posted -> {
            assertThat(posted.text()).contains("up").doesNotContain("down");
            assertThat(posted.edits()).isEqualTo(1);
        });
    }

    @Test
    void whatIsLeftOverIsDeleted() {
        Receipt now = stage.brought(stage.direct, receipt, Stage.BACK);

        assertThat(stage.shown(stage.direct)).extracting(Posted::text).containsExactly("✅ api is back");
        assertThat(now.message()).isEqualTo(stage.direct.id() + "/1");
    }

    @Test
    void whatIsLeftOverAndTooOldToBeDeletedSaysSo() {
        stage.pass(Duration.ofDays(3));
        Receipt now = stage.brought(stage.direct, receipt, Stage.BACK);

        assertThat(stage.shown(stage.direct))
                .extracting(Posted::text)
                .containsExactly("✅ api is back", LEFT_OVER, LEFT_OVER);
        assertThat(now.message()).isEqualTo(stage.direct.id() + "/1");
    }

    @Test
    void whatIsLeftOverAndGoneAlreadyIsNoTrouble() {
        erase(2);

        assertThat(stage.brought(stage.direct, receipt, Stage.BACK).message()).isEqualTo(stage.direct.id() + "/1");
        assertThat(stage.shown(stage.direct)).hasSize(1);
    }

    @Test
    void whatThereIsNoRoomForAnswersTheFirstAndIsKeptTrueToo() {
        Receipt now = stage.brought(stage.direct, receipt, notice("worse", 5));
        assertThat(now.message()).isEqualTo(stage.direct.id() + "/1,2,3,4,5");
        assertThat(stage.last(stage.direct).repliesTo()).hasValue(1);
        assertThat(stage.last(stage.direct).isSilent()).isTrue();
        stage.pass(Duration.ofSeconds(9));
        stage.brought(stage.direct, now, notice("up", 5));

        assertThat(stage.shown(stage.direct))
                .hasSize(5)
                .allMatch(posted -> posted.text().contains("up"));
    }

    @Test
    void aLaterOneThatIsNoMoreIsSentAnew() {
        erase(1);
        Receipt now = stage.brought(stage.direct, receipt, notice("up", 3));

        assertThat(now.message()).isEqualTo(stage.direct.id() + "/1,4,3");
        assertThat(stage.shown(stage.direct))
                .hasSize(3)
                .allMatch(posted -> posted.text().contains("up"));
        assertThat(stage.last(stage.direct).repliesTo()).hasValue(1);
    }

    @Test
    void withTheFirstTheOthersGo() {
        erase(0);

        assertThat(stage.amend(stage.direct, receipt, notice("up", 3)))
                .isEqualTo(new DeliveryResult.Paced(Duration.ofSeconds(1)));
        stage.pass(Duration.ofSeconds(9));
        assertThat(stage.amend(stage.direct, receipt, notice("up", 3)))
                .isEqualTo(new DeliveryResult.Rejected("Telegram says: Bad Request: message to edit not found"));
        assertThat(stage.shown(stage.direct)).isEmpty();
    }

    @Test
    void whatHasToWaitGoesOnWhereItStoppedAndNothingIsDoneTwice() {
        Message now = notice("worse", 5);
        assertThat(Stage.deferred(stage.amend(stage.direct, receipt, now))).hasSeconds(1);
        assertThat(beginnings()).containsExactly("worse", "• worse 39", "• down 78");
        stage.brought(stage.direct, receipt, now);

        assertThat(stage.shown(stage.direct))
                .hasSize(5)
                .allMatch(posted -> posted.text().contains("worse"));
        assertThat(calls("editMessageText")).isEqualTo(3);
        assertThat(calls("sendMessage")).isEqualTo(3 + 2);
    }

    @Test
    void onlyWhatChangedIsWrittenOver() {
        Message same = notice("down", 3);
        List<Block> blocks = same.blocks();
        Message headline = new Message(Tone.INFO, Line.of("up " + "-".repeat(92)), blocks, List.of());
        stage.brought(stage.direct, receipt, headline);

        assertThat(stage.shown(stage.direct)).extracting(Posted::edits).containsExactly(1, 0, 0);
        assertThat(calls("editMessageText")).isEqualTo(1);
    }

    @Test
    void anAnswerThatNeverCameIsAskedForAgain() {
        stage.telegram.script().on("editMessageText").cutBefore();
        assertThat(stage.amend(stage.direct, receipt, notice("up", 3))).isInstanceOf(DeliveryResult.Uncertain.class);
        stage.brought(stage.direct, receipt, notice("up", 3));

        assertThat(stage.shown(stage.direct)).allMatch(posted -> posted.text().contains("up"));
    }

    @Test
    void whatTelegramAsksToWaitIsWaitedFor() {
        stage.telegram.script().on("deleteMessage").error(FakeError.tooMany(Duration.ofSeconds(40)));

        assertThat(Stage.deferred(stage.amend(stage.direct, receipt, Stage.BACK)))
                .hasSeconds(40);
        stage.pass(Duration.ofSeconds(39));
        assertThat(Stage.deferred(stage.amend(stage.direct, receipt, Stage.BACK)))
                .hasSeconds(1);
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.brought(stage.direct, receipt, Stage.BACK).message()).isEqualTo(stage.direct.id() + "/1");
        assertThat(calls("editMessageText")).isEqualTo(1);
    }
}
