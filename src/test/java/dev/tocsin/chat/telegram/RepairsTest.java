package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.FakeChat;
import dev.tocsin.chat.telegram.fake.FakeError;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Telegram does not take as it is meant is told in another form or place, and nothing of it is doubled. */
class RepairsTest {
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private long calls() {
        return stage.telegram.requests("sendMessage").size();
    }

    private static FakeError bad(String words) {
        return new FakeError(400, "Bad Request: " + words, Map.of());
    }

    @Test
    void whatAnswersADeletedMessageStandsAlone() {
        Receipt down = stage.sent(stage.direct);
        long gone = stage.last(stage.direct).id();
        stage.telegram.talk().erases(stage.direct, gone);
        Stage.receipt(stage.reply(stage.direct, down));

        assertThat(stage.last(stage.direct).repliesTo()).isEmpty();
        assertThat(stage.last(stage.direct).text()).isEqualTo("✅ api is back");
    }

    @Test
    void whatTelegramDoesNotTakeForAnAnswerStandsAlone() {
        Receipt down = stage.sent(stage.direct);
        stage.telegram.script().onMessages().error(FakeError.REPLY_NOT_FOUND);
        Stage.receipt(stage.reply(stage.direct, down));

        assertThat(stage.last(stage.direct).repliesTo()).isEmpty();
    }

    static Stream<FakeError> topics() {
        return Stream.of(FakeError.TOPIC_CLOSED, FakeError.THREAD_NOT_FOUND, bad("TOPIC_DELETED"));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void whatCannotBeToldInItsTopicIsToldInTheForumAndSaysSo(FakeError error) {
        FakeChat forum = stage.telegram.rooms().open(FakeChat.Kind.FORUM, "Lighthouse", stage.ada);
        stage.telegram.script().onMessages().error(error);
        Receipt down = Stage.receipt(stage.send(forum.id() + "/77"));
        Stage.receipt(stage.reply(forum.id() + "/77", down));

        assertThat(stage.shown(forum)).extracting(Posted::topic).containsOnly(OptionalLong.empty());
        assertThat(stage.shown(forum).getFirst().text())
                .isEqualTo("⚠️ api is down\n(Told here because the topic meant for it is closed or no more.)");
        assertThat(stage.last(forum).repliesTo())
                .as("follows where the outage was told")
                .isPresent();
    }

    @Test
    void aTopicThatIsOpenedAgainIsUsedAgain() {
        FakeChat forum = stage.telegram.rooms().open(FakeChat.Kind.FORUM, "Lighthouse", stage.ada);
        stage.sent(forum);
        long topic = stage.telegram.rooms().topic(forum, stage.ada, "Outages");
        stage.telegram.rooms().closeTopic(forum, topic);
        Stage.receipt(stage.send(forum.id() + "/" + topic));
        assertThat(stage.last(forum).topic()).isEmpty();
        stage.telegram.rooms().reopenTopic(forum, topic);
        Stage.receipt(stage.send(forum.id() + "/" + topic));

        assertThat(stage.last(forum).topic()).hasValue(topic);
    }

    @Test
    void aForumThatIsClosedAltogetherMakesTheNoticeWait() {
        FakeChat forum = stage.telegram.rooms().open(FakeChat.Kind.FORUM, "Lighthouse", stage.ada);
        stage.telegram.script().onMessages().times(2).error(FakeError.TOPIC_CLOSED);

        assertThat(Stage.deferred(stage.send(forum.id() + "/77"))).isEqualTo(Trouble.PAUSE);
    }

    @Test
    void whatTelegramCannotReadGoesOutInPlainWordsAndIsOurFault() {
        stage.telegram.script().onMessages().error(FakeError.unparsable("unsupported start tag"));
        Stage.receipt(stage.send(
                stage.direct, Message.of(Tone.ALERT, Line.of("").strong("a&b")).suggest("Mute", "/mute")));

        assertThat(stage.last(stage.direct).text()).isEqualTo("⚠️ a&b");
        assertThat(stage.last(stage.direct).entities()).isEmpty();
        assertThat(stage.owned()).singleElement().asString().contains("unsupported start tag");
    }

    @Test
    void whatTelegramRefusesInWordsTooIsRejected() {
        stage.telegram.script().onMessages().times(2).error(bad("something new"));

        assertThat(stage.send(stage.direct))
                .isEqualTo(new DeliveryResult.Rejected("Telegram says: Bad Request: something new"));
    }

    @Test
    void aLongNoticeGoesOnWhereItStoppedAndNothingOfItIsDoubled() {
        Message message = Message.of(Tone.ALERT, "many")
                .and(new Block.Bullets(Collections.nCopies(100, Line.of("x".repeat(90)))));
        stage.telegram.script().on(request -> calls() > 1).times(2).page(502);

        DeliveryResult result = stage.send(address(), message, "k", Optional.empty());
        assertThat(result).isInstanceOf(DeliveryResult.Uncertain.class);
        assertThat(stage.send(address(), message, "k", Optional.empty())).isInstanceOf(DeliveryResult.Uncertain.class);
        stage.pass(Duration.ofSeconds(5));
        Receipt receipt = Stage.receipt(stage.send(address(), message, "k", Optional.empty()));

        List<Posted> shown = stage.shown(stage.direct);
        assertThat(shown).hasSize(3).extracting(Posted::text).doesNotHaveDuplicates();
        assertThat(receipt.message()).contains("/" + shown.getFirst().id() + ",");
        stage.pass(Duration.ofSeconds(5));
        Stage.receipt(stage.send(address(), message, "k", Optional.empty()));
        assertThat(stage.shown(stage.direct)).as("once done it is a new notice").hasSize(6);
    }

    @Test
    void wordsThatChangedMeanwhileAreSentWhole() {
        Message first = Message.of(Tone.INFO, "one").and(new Block.Document("a.txt", "a"));
        stage.telegram.script().on("sendDocument").page(502);
        assertThat(stage.send(address(), first, "k", Optional.empty())).isInstanceOf(DeliveryResult.Uncertain.class);
        Stage.receipt(stage.send(address(), Message.of(Tone.INFO, "two"), "k", Optional.empty()));

        assertThat(stage.shown(stage.direct)).extracting(Posted::text).containsExactly("one", "two");
    }

    @Test
    void aFileThatIsNotTakenIsLeftOutAndTheNoticeIsTold() {
        stage.telegram.script().on("sendDocument").error(bad("not enough rights to send documents to the chat"));
        Stage.receipt(stage.send(stage.direct, Message.of(Tone.INFO, "one").and(new Block.Document("a.txt", "a"))));

        assertThat(stage.shown(stage.direct)).hasSize(1);
        assertThat(stage.logged()).anyMatch(line -> line.contains("is left out"));
    }

    private String address() {
        return Long.toString(stage.direct.id());
    }
}
