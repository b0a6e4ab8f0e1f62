package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.Answer;
import dev.tocsin.chat.telegram.fake.FakeChat;
import dev.tocsin.chat.telegram.fake.FakeError;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.chat.telegram.fake.Rule;
import dev.tocsin.chat.telegram.fake.Standing;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.ChannelRef;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Each of Telegram's troubles has its own result, and none loses a notice. */
class SendingTroubleTest {
    private static final String NO_RIGHT = "Bad Request: not enough rights to send text messages to the chat";

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

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 520})
    void aServerErrorMayHaveHadItsEffectAndIsNotRetriedHere(int status) {
        stage.telegram.script().onMessages().page(status);

        assertThat(stage.send(stage.direct)).isEqualTo(new DeliveryResult.Uncertain("Telegram answers " + status));
        assertThat(calls()).isEqualTo(1);
        stage.sent(stage.direct);
        assertThat(stage.shown(stage.direct)).hasSize(1);
    }

    @Test
    void telegramsOwnErrorMayHaveHadItsEffect() {
        stage.telegram.script().onMessages().error(FakeError.INTERNAL);

        assertThat(stage.send(stage.direct)).isEqualTo(new DeliveryResult.Uncertain("Telegram answers 500"));
    }

    /** Telegram knows no double: what was cut after its effect is sent again, once for each attempt of the outbox's. */
    @Test
    void anAnswerThatIsCutOffMayHaveHadItsEffectAndOnlyTheOutboxSendsAgain() {
        stage.sent(stage.direct);
        stage.telegram.script().onMessages().cutAfter();

        assertThat(stage.send(stage.direct)).isInstanceOf(DeliveryResult.Uncertain.class);
        assertThat(stage.shown(stage.direct)).hasSize(2);
    }

    @Test
    void aRequestThatIsCutOffMayHaveHadItsEffect() {
        stage.telegram.script().onMessages().cutBefore();

        assertThat(stage.send(stage.direct)).isInstanceOf(DeliveryResult.Uncertain.class);
        assertThat(stage.shown(stage.direct)).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotComeMayHaveHadItsEffect() {
        Rule late = stage.telegram.script().onMessages().late(Duration.ofMinutes(5));

        assertThat(stage.send(stage.direct)).isInstanceOf(DeliveryResult.Uncertain.class);
        late.end();
    }

    @Test
    void whatNeverLeftIsDeferredAndGoesOutOnceTelegramIsThere() throws Exception {
        stage.telegram.goDown();

        assertThat(stage.send(stage.direct))
                .isInstanceOfSatisfying(
                        DeliveryResult.Deferred.class,
                        deferred -> assertThat(deferred.why()).startsWith("Telegram cannot be reached"));
        stage.telegram.comeBack();
        stage.sent(stage.direct);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 403, 404, 413})
    void aPageOfAProxyIsNoWordOfTelegrams(int status) {
        stage.telegram.script().onMessages().answer(Answer.page(status, "blocked"));

        assertThat(Stage.deferred(stage.send(stage.direct))).isEqualTo(Trouble.PAUSE);
        assertThat(stage.troubles).isEmpty();
        stage.sent(stage.direct);
    }

    @Test
    void aPageInPlaceOfAnAnswerIsNoDelivery() {
        stage.telegram.script().onMessages().answer(Answer.page(200, "Log in to the network"));

        assertThat(stage.send(stage.direct)).isEqualTo(new DeliveryResult.Uncertain("Telegram answers 200"));
    }

    @Test
    void aTokenThatIsRefusedTurnsThePlatformOffIsToldOnceAndIsTriedAgain() {
        stage.telegram.script().onCalls().times(2).error(FakeError.UNAUTHORIZED);

        assertThat(Stage.deferred(stage.send(stage.direct))).isEqualTo(Trouble.PAUSE);
        assertThat(Stage.deferred(stage.send(stage.group))).isEqualTo(Trouble.PAUSE);
        assertThat(calls()).as("nothing is sent meanwhile").isEqualTo(1);
        stage.pass(Trouble.PAUSE);
        assertThat(Stage.deferred(stage.send(stage.group))).isEqualTo(Trouble.PAUSE);
        stage.pass(Trouble.PAUSE);
        stage.sent(stage.group);

        assertThat(stage.troubles).singleElement().asString().contains("does not accept the token");
        assertThat(stage.logged()).anyMatch(line -> line.contains("accepts the token again"));
    }

    @Test
    void anotherTokenWorks() {
        stage.reopen("7000002:AAAnotherToken");
        assertThat(stage.send(stage.direct))
                .isInstanceOfSatisfying(
                        DeliveryResult.Deferred.class,
                        deferred -> assertThat(deferred.why()).isEqualTo("Telegram does not accept the token"));
        stage.reopen(stage.telegram.token());

        stage.sent(stage.direct);
    }

    @Test
    void whoStopsTheBotIsLeftAloneUntilTheyComeBack() {
        stage.telegram.rooms().blocks(stage.ada);

        assertThat(Stage.deferred(stage.send(stage.direct))).isEqualTo(Trouble.PAUSE);
        stage.pass(Stage.ASLEEP.minusSeconds(1));
        assertThat(Stage.deferred(stage.send(stage.direct))).isEqualTo(Trouble.PAUSE);
        assertThat(calls()).as("not asked again meanwhile").isEqualTo(1);
        stage.telegram.rooms().unblocks(stage.ada);
        stage.hearing().awake(new ChannelRef(TelegramChat.PLATFORM, address()));
        stage.sent(stage.direct);
    }

    @Test
    void whatIsHeardOfAChatNeedsNoAttempt() {
        ChannelRef here = new ChannelRef(TelegramChat.PLATFORM, address());
        stage.hearing().asleep(here, "the person has stopped the bot");
        assertThat(stage.send(stage.direct))
                .isEqualTo(new DeliveryResult.Deferred(Optional.of(Trouble.PAUSE), "the person has stopped the bot"));
        stage.hearing().awake(here);
        stage.sent(stage.direct);
        ChannelRef next = new ChannelRef(TelegramChat.PLATFORM, "-1007");
        stage.hearing().moved(here, next);

        assertThat(stage.send(stage.direct)).isEqualTo(new DeliveryResult.Moved(next));
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void aTokenOfWhichListeningHearsThatItIsRefusedSendsNothing() {
        stage.hearing().refused();
        stage.hearing().refused();
        assertThat(Stage.deferred(stage.send(stage.direct))).isEqualTo(Trouble.PAUSE);
        stage.hearing().trouble("somebody else polls");

        assertThat(calls()).isZero();
        assertThat(stage.troubles).hasSize(2).last().isEqualTo("somebody else polls");
    }

    @Test
    void whoComesBackUnheardIsFoundInTime() {
        FakeChat lighthouse = stage.telegram.rooms().open(FakeChat.Kind.SUPERGROUP, "Lighthouse", stage.ada);
        stage.telegram.rooms().standBot(stage.ada, lighthouse, Standing.KICKED);
        assertThat(stage.send(lighthouse)).isInstanceOf(DeliveryResult.Deferred.class);
        stage.telegram.rooms().standBot(stage.ada, lighthouse, Standing.MEMBER);

        stage.pass(Stage.ASLEEP);
        stage.sent(lighthouse);
    }

    static Stream<FakeError> away() {
        return Stream.of(
                FakeError.KICKED_FROM_GROUP,
                FakeError.KICKED_FROM_SUPERGROUP,
                FakeError.KICKED_FROM_CHANNEL,
                FakeError.NOT_IN_SUPERGROUP,
                FakeError.NOT_IN_CHANNEL,
                FakeError.NEVER_MET,
                FakeError.BLOCKED);
    }

    @ParameterizedTest
    @MethodSource("away")
    void wherTheBotIsNotTheNoticeWaits(FakeError error) {
        stage.telegram.script().onMessages().error(error);

        assertThat(Stage.deferred(stage.send(stage.direct))).isEqualTo(Trouble.PAUSE);
        stage.pass(Stage.ASLEEP);
        stage.sent(stage.direct);
    }

    @Test
    void whereTheBotMayNotWriteTheNoticeWaitsAMinuteAndGoesOutOnceItMay() {
        stage.telegram.rooms().silence(stage.group);

        assertThat(stage.send(stage.group))
                .isEqualTo(new DeliveryResult.Deferred(Optional.of(Trouble.PAUSE), "Telegram says: " + NO_RIGHT));
        stage.telegram.rooms().standBot(stage.ada, stage.group, Standing.ADMINISTRATOR);
        stage.sent(stage.group);
    }

    static Stream<FakeError> gone() {
        return Stream.of(
                FakeError.CHAT_NOT_FOUND,
                FakeError.DEACTIVATED,
                new FakeError(403, "Forbidden: the group chat was deleted", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("gone")
    void aChatIsGoneOnceTelegramHasSaidSoForLongEnough(FakeError error) {
        Rule gone = stage.telegram.script().onMessages().always();
        gone.error(error);

        assertThat(Stage.deferred(stage.send(stage.group))).isEqualTo(Trouble.PAUSE);
        stage.pass(Stage.DOUBT.minusSeconds(1));
        assertThat(stage.send(stage.group)).isInstanceOf(DeliveryResult.Deferred.class);
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.send(stage.group)).isInstanceOf(DeliveryResult.Gone.class);
    }

    @Test
    void aChatIsNotGoneOnWordsThatADeliveryRefutesMeanwhile() {
        stage.telegram.script().onMessages().error(FakeError.CHAT_NOT_FOUND);
        assertThat(stage.send(stage.group)).isInstanceOf(DeliveryResult.Deferred.class);
        stage.sent(stage.group);
        stage.pass(Stage.DOUBT);
        stage.telegram.script().onMessages().error(FakeError.CHAT_NOT_FOUND);

        assertThat(stage.send(stage.group)).isInstanceOf(DeliveryResult.Deferred.class);
    }

    @Test
    void aGroupThatBecameASupergroupHasMovedAndItsMessagesAreNotAnswered() {
        Receipt before = stage.sent(stage.group);
        FakeChat next = stage.telegram.rooms().migrates(stage.group, stage.ada);

        assertThat(stage.reply(stage.group, before))
                .isEqualTo(new DeliveryResult.Moved(new ChannelRef(TelegramChat.PLATFORM, Long.toString(next.id()))));
        Stage.receipt(stage.reply(next, before));
        assertThat(stage.last(next).repliesTo()).isEmpty();
        stage.pass(Duration.ofSeconds(3));
        assertThat(stage.amend(next, before, Stage.BACK)).isInstanceOf(DeliveryResult.Rejected.class);
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
        assertThat(receipt.message()).endsWith("/" + shown.getFirst().id());
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
