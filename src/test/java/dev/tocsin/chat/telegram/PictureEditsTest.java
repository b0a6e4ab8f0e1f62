package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.FakeError;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message with a picture is kept true in its place: its words, its picture, or both. */
class PictureEditsTest {
    private static final Message RED = Pictures.with(Stage.DOWN, Pictures.RED).suggest("Mute", "/mute api");
    private static final Message GREEN = Pictures.with(Stage.BACK, Pictures.GREEN);

    private Stage stage;
    private Receipt receipt;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage();
        receipt = Stage.receipt(stage.send(stage.direct, RED));
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

    private int colour() {
        byte[] bytes = shown().files().getFirst().bytes();
        return Arrays.equals(bytes, Pictures.picture(Pictures.RED, 12, 8).png().bytes())
                ? Pictures.RED
                : Pictures.GREEN;
    }

    private long calls(String method) {
        return stage.telegram.requests(method).size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"same process", "after a restart"})
    void underThePictureThatStaysTheWordsAreNew(String when) {
        restart(when);
        Message now = Pictures.with(
                        Message.of(Tone.GOOD, Line.of("").strong("<api>").text(" is back")), Pictures.RED)
                .suggest("Details", "/status api");
        assertThat(stage.amend(stage.direct, receipt, now)).isEqualTo(new DeliveryResult.Delivered(receipt));

        assertThat(shown().text()).isEqualTo("✅ <api> is back");
        assertThat(shown().first("bold")).isEqualTo("<api>");
        assertThat(shown().buttons()).containsExactly("/status api");
        assertThat(calls("editMessageCaption")).isEqualTo(1);
        assertThat(calls("editMessageMedia")).as("nothing is sent up again").isZero();
        assertThat(colour()).isEqualTo(Pictures.RED);
    }

    @Test
    void wordsWithoutAPictureStandUnderTheOneThatIsThere() {
        assertThat(stage.amend(stage.direct, receipt, Stage.BACK)).isEqualTo(new DeliveryResult.Delivered(receipt));

        assertThat(shown().text()).isEqualTo("✅ api is back");
        assertThat(shown().buttons()).isEmpty();
        assertThat(colour()).isEqualTo(Pictures.RED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same process", "after a restart"})
    void aNewPictureTakesTheOldOnesPlace(String when) {
        restart(when);
        Receipt now = Stage.receipt(stage.amend(stage.direct, receipt, GREEN.suggest("Details", "/status api")));

        assertThat(shown().text()).isEqualTo("✅ api is back");
        assertThat(shown().buttons()).containsExactly("/status api");
        assertThat(colour()).isEqualTo(Pictures.GREEN);
        assertThat(now).isNotEqualTo(receipt);
        Stage.receipt(stage.amend(stage.direct, now, Pictures.with(Stage.DOWN, Pictures.GREEN)));
        assertThat(calls("editMessageMedia")).isEqualTo(1);
        assertThat(shown().text()).isEqualTo("⚠️ api is down");
    }

    @Test
    void aMessageOfWordsBecomesOneWithAPicture() {
        Receipt words = Stage.receipt(stage.send(stage.group, Stage.DOWN));
        Receipt now = Stage.receipt(stage.amend(stage.group, words, GREEN));

        assertThat(stage.shown(stage.group)).hasSize(1);
        assertThat(stage.last(stage.group).files()).hasSize(1);
        assertThat(stage.last(stage.group).text()).isEqualTo("✅ api is back");
        assertThat(now.message()).matches(stage.group.id() + "/1p[0-9a-f]{8}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMAGE_PROCESS_FAILED", "not enough rights to send photos to the chat"})
    void aMessageOfWordsThatCannotHaveThePictureSaysWhatItShows(String why) {
        stage.telegram.script().on("editMessageMedia").error(bad(why));
        Receipt words = Stage.receipt(stage.send(stage.group, Stage.DOWN));

        assertThat(stage.amend(stage.group, words, GREEN)).isEqualTo(new DeliveryResult.Delivered(words));
        assertThat(stage.last(stage.group).text())
                .isEqualTo("✅ api is back\nPicture: 0 of 9 answer <since> 21:00 (Telegram did not take the picture.)");
    }

    @Test
    void aPictureThatIsNotTakenLeavesTheOldOneWhichIsSaidToBeOld() {
        Message odd = Stage.BACK.and(Pictures.picture(Pictures.GREEN, 90, 3));
        assertThat(stage.amend(stage.direct, receipt, odd)).isEqualTo(new DeliveryResult.Delivered(receipt));

        assertThat(shown().text())
                .isEqualTo("✅ api is back\n(The picture is an older one: Telegram did not take the new one.)");
        assertThat(colour()).isEqualTo(Pictures.RED);
        assertThat(stage.telegram.takeFaults()).hasSize(1);
        assertThat(stage.owned()).singleElement().asString().contains("PHOTO_INVALID_DIMENSIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"editMessageCaption", "editMessageMedia"})
    void wordsThatTelegramCannotReadAreMadePlain(String method) {
        stage.telegram.script().on(method).error(FakeError.unparsable("bad tag"));
        Message now = Message.of(Tone.GOOD, Line.of("").strong("a&b"));
        int colour = method.equals("editMessageMedia") ? Pictures.GREEN : Pictures.RED;
        Stage.receipt(stage.amend(stage.direct, receipt, Pictures.with(now, colour)));

        assertThat(shown().text()).isEqualTo("✅ a&b");
        assertThat(colour()).isEqualTo(colour);
        assertThat(stage.owned()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {Pictures.RED, Pictures.GREEN})
    void whatStandsThereAlreadyIsDelivered(int colour) {
        stage.reopen(stage.telegram.token());
        stage.telegram
                .script()
                .on(request -> request.method().startsWith("edit"))
                .error(FakeError.NOT_MODIFIED);
        Message same = Pictures.with(Stage.DOWN, colour).suggest("Mute", "/mute api");

        assertThat(stage.amend(stage.direct, receipt, same)).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(stage.owned()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Pictures.RED, Pictures.GREEN})
    void aMessageThatIsNoMoreIsNotEdited(int colour) {
        stage.telegram.talk().erases(stage.direct, shown().id());

        assertThat(stage.amend(stage.direct, receipt, Pictures.with(Stage.BACK, colour)))
                .isEqualTo(new DeliveryResult.Rejected("Telegram says: Bad Request: message to edit not found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"editMessageCaption", "editMessageMedia"})
    void anEditThatMayHaveHadItsEffectIsMadeAgainWithoutHarm(String method) {
        stage.telegram.script().on(method).cutAfter();
        int colour = method.equals("editMessageMedia") ? Pictures.GREEN : Pictures.RED;
        Message now = Pictures.with(Stage.BACK, colour);

        assertThat(stage.amend(stage.direct, receipt, now)).isInstanceOf(DeliveryResult.Uncertain.class);
        assertThat(stage.amend(stage.direct, receipt, now)).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(shown().text()).isEqualTo("✅ api is back");
    }

    @Test
    void moreThanFitsUnderItComesAsAnAnswerToIt() {
        Message longer = Stage.BACK.fact("Evidence", Line.of("x".repeat(1_000)));
        Receipt now = Stage.receipt(stage.amend(stage.direct, receipt, longer));

        assertThat(stage.shown(stage.direct))
                .extracting(Posted::text)
                .containsExactly("✅ api is back", "Evidence " + "x".repeat(1_000));
        assertThat(stage.last(stage.direct).repliesTo()).hasValue(1);
        assertThat(stage.last(stage.direct).isSilent()).isTrue();
        assertThat(now.message()).isEqualTo(receipt.message() + ",2");
    }

    private void restart(String when) {
        if (when.equals("after a restart")) {
            stage.reopen(stage.telegram.token());
        }
    }

    private static FakeError bad(String words) {
        return new FakeError(400, "Bad Request: " + words, Map.of());
    }
}
