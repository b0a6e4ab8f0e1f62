package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.Answer;
import dev.tocsin.chat.telegram.fake.FakeChat;
import dev.tocsin.chat.telegram.fake.FakeError;
import dev.tocsin.chat.telegram.fake.Rule;
import dev.tocsin.chat.telegram.fake.Standing;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.notice.ChannelRef;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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
    void aChatThatIsBackCanBeReachedWithAllItsTopicsAndNoOtherCan() {
        stage.hearing().awake(new ChannelRef(TelegramChat.PLATFORM, "-1007"));

        assertThat(stage.reachable).singleElement().satisfies(channels -> {
            assertThat(channels.test(ChannelRef.parse("telegram:-1007"))).isTrue();
            assertThat(channels.test(ChannelRef.parse("telegram:-1007/12"))).isTrue();
            assertThat(channels.test(ChannelRef.parse("telegram:-10071"))).isFalse();
        });
    }

    @Test
    void onceTelegramAnswersEveryChatCanBeReached() {
        stage.hearing().heard();

        assertThat(stage.reachable)
                .singleElement()
                .satisfies(channels -> assertThat(channels.test(ChannelRef.parse("telegram:5")))
                        .isTrue());
    }

    @Test
    void whatTelegramAsksOfAnAnswerIsKeptByNoticesToo() {
        stage.hearing().told(stage.direct.id(), Duration.ofSeconds(9));

        assertThat(Stage.paced(stage.send(stage.direct))).isEqualTo(Duration.ofSeconds(9));
        stage.sent(stage.group);
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

        for (long minute = 0; minute < Stage.DOUBT.toMinutes(); minute++) {
            assertThat(Stage.deferred(stage.send(stage.group))).isEqualTo(Trouble.PAUSE);
            stage.pass(Trouble.PAUSE);
        }
        assertThat(stage.send(stage.group)).isInstanceOf(DeliveryResult.Gone.class);
    }

    @Test
    void aChatIsNotGoneOnWordsThatLieFarApart() {
        stage.telegram.script().onMessages().times(2).error(FakeError.CHAT_NOT_FOUND);
        assertThat(stage.send(stage.group)).isInstanceOf(DeliveryResult.Deferred.class);
        stage.pass(Stage.DOUBT);

        assertThat(stage.send(stage.group)).isInstanceOf(DeliveryResult.Deferred.class);
        stage.sent(stage.group);
    }

    @Test
    void aChatIsNotGoneOnWordsThatADeliveryRefutesMeanwhile() {
        for (long minute = 0; minute < 2 * Stage.DOUBT.toMinutes() - 1; minute++) {
            if (minute == Stage.DOUBT.toMinutes() - 1) {
                stage.sent(stage.group);
            } else {
                stage.telegram.script().onMessages().error(FakeError.CHAT_NOT_FOUND);
                assertThat(stage.send(stage.group)).isInstanceOf(DeliveryResult.Deferred.class);
            }
            stage.pass(Trouble.PAUSE);
        }
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

    private String address() {
        return Long.toString(stage.direct.id());
    }
}
