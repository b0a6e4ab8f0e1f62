package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.fake.Attached;
import dev.tocsin.chat.telegram.fake.FakeChat;
import dev.tocsin.chat.telegram.fake.FakeError;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.chat.telegram.fake.Standing;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.notice.Manner.Mention;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A notice with a picture: its words stand under it, and are told without it where Telegram does not take it. */
class PhotosTest {
    /** What stands under a picture at most, since every text leaves room for what is added. */
    private static final int ROOM = Pages.CAPTION - Letter.ROOM;

    private static final String WORDS = "Picture: 0 of 9 answer <since> 21:00 (Telegram did not take the picture.)";

    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static Message pictured(Message message) {
        return Pictures.with(message, Pictures.RED);
    }

    private long calls(String method) {
        return stage.telegram.requests(method).size();
    }

    private static FakeError bad(String words) {
        return new FakeError(400, "Bad Request: " + words, Map.of());
    }

    @Test
    void theWordsStandUnderItWithTheirFormsAndButtons() {
        Message message = pictured(
                        Message.of(Tone.ALERT, Line.of("").strong("<api>").text(" is down")))
                .fact("Evidence", Line.of("3 of 3 & more"))
                .suggest("Mute", "/mute api");
        Receipt receipt = Stage.receipt(stage.send(stage.direct, message));

        Posted posted = stage.last(stage.direct);
        assertThat(stage.shown(stage.direct)).hasSize(1);
        assertThat(posted.text()).isEqualTo("⚠️ <api> is down\nEvidence 3 of 3 & more");
        assertThat(posted.first("bold")).isEqualTo("<api>");
        assertThat(posted.buttons()).containsExactly("/mute api");
        assertThat(posted.isSilent()).isFalse();
        assertThat(posted.files()).extracting(Attached::name).containsExactly("reach.png");
        assertThat(calls("sendMessage")).isZero();
        assertThat(receipt.message()).matches(stage.direct.id() + "/" + posted.id() + "p[0-9a-f]{8}");
    }

    @Test
    void theFirstOfSeveralIsShown() {
        Message message = Pictures.with(pictured(Stage.DOWN), Pictures.GREEN);
        Stage.receipt(stage.send(stage.direct, message));

        assertThat(stage.shown(stage.direct)).hasSize(1);
        assertThat(stage.last(stage.direct).files().getFirst().bytes())
                .isEqualTo(Pictures.picture(Pictures.RED, 12, 8).png().bytes());
    }

    @Test
    void itStandsInItsTopicAndAnswersTheOutage() {
        FakeChat forum = stage.telegram.rooms().open(FakeChat.Kind.FORUM, "Lighthouse", stage.ada);
        stage.sent(forum);
        long topic = stage.telegram.rooms().topic(forum, stage.ada, "Outages");
        String address = forum.id() + "/" + topic;
        Receipt down = Stage.receipt(stage.send(address, pictured(Stage.DOWN), "k", Optional.empty()));
        long first = stage.last(forum).id();
        Stage.receipt(stage.send(address, pictured(Stage.BACK), "k2", Optional.of(down)));

        assertThat(stage.last(forum).repliesTo()).hasValue(first);
        assertThat(stage.shown(forum).subList(1, 3))
                .allMatch(posted -> posted.topic().getAsLong() == topic);
    }

    @Test
    void aTopicThatIsClosedOrAnAnswerThatIsNotTakenCostsNoPicture() {
        FakeChat forum = stage.telegram.rooms().open(FakeChat.Kind.FORUM, "Lighthouse", stage.ada);
        Receipt down = Stage.receipt(stage.send(Long.toString(forum.id()), Stage.DOWN, "k", Optional.empty()));
        stage.telegram.script().on("sendPhoto").error(FakeError.TOPIC_CLOSED);
        Stage.receipt(stage.send(forum.id() + "/77", pictured(Stage.BACK), "k2", Optional.empty()));
        stage.telegram.script().on("sendPhoto").error(FakeError.REPLY_NOT_FOUND);
        Stage.receipt(stage.send(Long.toString(forum.id()), pictured(Stage.BACK), "k3", Optional.of(down)));

        assertThat(stage.shown(forum).get(1).text())
                .endsWith("(Told here because the topic meant for it is closed or" + " no more.)");
        assertThat(stage.shown(forum).subList(1, 3))
                .allMatch(posted -> posted.files().size() == 1);
    }

    static Stream<String> units() {
        return Stream.of("x", "😀", "e\u0301", "ש", "&", "🇦🇱");
    }

    @ParameterizedTest
    @MethodSource("units")
    void whatFitsUnderItToTheLastCharacterStandsThere(String unit) {
        int times = (ROOM - 3) / unit.length();
        Message fits = pictured(Message.of(Tone.ALERT, unit.repeat(times)));
        Stage.receipt(stage.send(stage.direct, fits));
        assertThat(stage.shown(stage.direct)).hasSize(1);
        assertThat(stage.last(stage.direct).text()).isEqualTo("⚠️ " + unit.repeat(times));
        stage.pass(Duration.ofSeconds(9));

        Stage.receipt(stage.send(stage.direct, fits.and(new Block.Paragraph(Line.of(unit.repeat(5))))));
        List<Posted> longer = stage.shown(stage.direct).subList(1, 3);
        assertThat(longer.getFirst().text()).isEqualTo("⚠️ " + unit.repeat(times));
        assertThat(longer.getLast().text()).isEqualTo(unit.repeat(5));
        assertThat(longer.getLast().repliesTo()).hasValue(longer.getFirst().id());
    }

    @ParameterizedTest
    @MethodSource("units")
    void aHeadlineLongerThanACaptionGoesOnBelow(String unit) {
        String headline = unit.repeat(1_500 / unit.length());
        Stage.receipt(stage.send(
                stage.direct, pictured(Message.of(Tone.ALERT, headline)).fact("Evidence", Line.of("3"))));

        String all = String.join(
                "", stage.shown(stage.direct).stream().map(Posted::text).toList());
        assertThat(all).isEqualTo("⚠️ " + headline + "Evidence 3");
        assertThat(stage.owned()).isEmpty();
    }

    @Test
    void moreThanACaptionHoldsTheHeadlineAndTheDetailsAnswerItWithoutASound() {
        Message message = pictured(Message.of(Tone.ALERT, "12 services are down"))
                .fact("Evidence", Line.of("x".repeat(1_000)))
                .and(new Block.Document("all.txt", "all"))
                .suggest("Mute", "/mute api");
        stage.manner = new Manner(Manner.Following.REPLY, List.of(new Mention(Mention.Kind.USER, "1001")));
        Receipt receipt = Stage.receipt(stage.send(stage.direct, message));

        List<Posted> shown = stage.shown(stage.direct);
        assertThat(shown)
                .extracting(Posted::text)
                .containsExactly("⚠️ 12 services are down\nCalls 1001", "Evidence " + "x".repeat(1_000), "");
        assertThat(shown).extracting(Posted::isSilent).containsExactly(false, true, true);
        assertThat(shown.subList(1, 3))
                .allMatch(posted ->
                        posted.repliesTo().getAsLong() == shown.getFirst().id());
        assertThat(shown.get(0).buttons()).containsExactly("/mute api");
        assertThat(shown.get(1).hasBareLinks()).isTrue();
        assertThat(receipt.message()).matches(".*/1p[0-9a-f]{8},2");
    }

    @Test
    void aPictureOfDimensionsThatTelegramRefusesIsToldInWordsAndIsOurFault() {
        Message message = Stage.DOWN.and(Pictures.picture(Pictures.RED, 90, 3)).suggest("Mute", "/mute api");
        Receipt receipt = Stage.receipt(stage.send(stage.direct, message));

        assertThat(stage.shown(stage.direct)).hasSize(1);
        assertThat(stage.last(stage.direct).text()).isEqualTo("⚠️ api is down\n" + WORDS);
        assertThat(stage.last(stage.direct).buttons()).containsExactly("/mute api");
        assertThat(receipt.message()).isEqualTo(stage.direct.id() + "/1");
        assertThat(stage.telegram.takeFaults()).hasSize(1);
        assertThat(stage.owned())
                .singleElement()
                .asString()
                .contains("PHOTO_INVALID_DIMENSIONS")
                .contains("reach.png");
    }

    static Stream<FakeError> refusals() {
        return Stream.of(
                FakeError.IMAGE_PROCESS_FAILED,
                bad("PHOTO_SAVE_FILE_INVALID"),
                bad("wrong file identifier/HTTP URL specified"),
                bad("not enough rights to send photos to the chat"),
                bad("CHAT_SEND_PHOTOS_FORBIDDEN"),
                new FakeError(413, "Request Entity Too Large", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void noRefusalOfAPictureCostsTheWords(FakeError error) {
        stage.telegram.script().on("sendPhoto").error(error);
        Message longer = pictured(Stage.DOWN).fact("Evidence", Line.of("x".repeat(1_000)));
        Stage.receipt(stage.send(stage.direct, longer));

        assertThat(stage.shown(stage.direct))
                .extracting(Posted::text)
                .containsExactly("⚠️ api is down\n" + WORDS, "Evidence " + "x".repeat(1_000));
        assertThat(stage.last(stage.direct).repliesTo()).hasValue(1);
    }

    @Test
    void aMissingRightIsNoFaultOfOurs() {
        stage.telegram.script().on("sendPhoto").error(bad("not enough rights to send photos to the chat"));
        Stage.receipt(stage.send(stage.direct, pictured(Stage.DOWN)));

        assertThat(stage.owned()).isEmpty();
    }

    @Test
    void whereNothingMayBeSentTheNoticeWaitsAndComesWithItsPicture() {
        stage.telegram.rooms().silence(stage.group);
        assertThat(Stage.deferred(stage.send(stage.group, pictured(Stage.DOWN))))
                .isEqualTo(Trouble.PAUSE);
        stage.telegram.rooms().standBot(stage.ada, stage.group, Standing.ADMINISTRATOR);
        Stage.receipt(stage.send(stage.group, pictured(Stage.DOWN)));

        assertThat(stage.last(stage.group).files()).hasSize(1);
    }

    @Test
    void wordsThatTelegramCannotReadStandPlainUnderThePicture() {
        stage.telegram.script().on("sendPhoto").error(FakeError.unparsable("bad tag"));
        Stage.receipt(stage.send(
                stage.direct, pictured(Message.of(Tone.ALERT, Line.of("").strong("a&b")))));

        assertThat(stage.last(stage.direct).text()).isEqualTo("⚠️ a&b");
        assertThat(stage.last(stage.direct).files()).hasSize(1);
        assertThat(stage.owned()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502})
    void aServerErrorMayHaveHadItsEffectAndThePictureIsTriedAgain(int status) {
        stage.telegram.script().on("sendPhoto").page(status);

        assertThat(stage.send(stage.direct, pictured(Stage.DOWN)))
                .isEqualTo(new DeliveryResult.Uncertain("Telegram answers " + status));
        assertThat(calls("sendMessage")).isZero();
        Stage.receipt(stage.send(stage.direct, pictured(Stage.DOWN)));
        assertThat(stage.last(stage.direct).files()).hasSize(1);
    }

    @Test
    void detailsThatDidNotLeaveFollowThePictureThatDid() {
        Message longer = pictured(Stage.DOWN).fact("Evidence", Line.of("x".repeat(1_000)));
        stage.telegram.script().on("sendMessage").error(FakeError.tooMany(Duration.ofSeconds(7)));
        String address = Long.toString(stage.direct.id());
        assertThat(Stage.deferred(stage.send(address, longer, "k", Optional.empty())))
                .hasSeconds(7);
        stage.pass(Duration.ofSeconds(7));
        Stage.receipt(stage.send(address, longer, "k", Optional.empty()));

        assertThat(stage.shown(stage.direct)).hasSize(2);
        assertThat(calls("sendPhoto")).isEqualTo(1);
    }
}
