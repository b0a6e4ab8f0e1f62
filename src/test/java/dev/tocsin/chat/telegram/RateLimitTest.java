package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.FakeChat;
import dev.tocsin.chat.telegram.fake.FakeError;
import dev.tocsin.chat.telegram.fake.FakePerson;
import dev.tocsin.chat.telegram.fake.Flood;
import dev.tocsin.core.delivery.DeliveryResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Telegram's limits are kept before it has to say so, and what it says is kept exactly; no thread waits for either. */
class RateLimitTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage();
        stage.telegram.flood().on(Flood.Limit.OVERALL, Flood.Limit.CHAT, Flood.Limit.GROUP);
    }

    @AfterEach
    void close() {
        assertThat(stage.telegram.flood().early())
                .as("calls within a pause that was asked for")
                .isEmpty();
        stage.close();
    }

    private FakeChat person(int number) {
        FakePerson person = stage.telegram.rooms().person("Person " + number);
        return stage.telegram.rooms().direct(person);
    }

    private long refused() {
        return stage.telegram.requests().stream()
                .filter(request -> request.status() == 429)
                .count();
    }

    /** How many go out until one is put off. */
    private int taken(FakeChat chat) {
        int taken = 0;
        while (stage.send(chat) instanceof DeliveryResult.Delivered) {
            taken++;
        }
        return taken;
    }

    @Test
    void aChatGetsAFewAtOnceAndThenOneASecond() {
        assertThat(taken(stage.direct)).isEqualTo(Limits.AT_ONCE);
        assertThat(Stage.paced(stage.send(stage.direct))).isEqualTo(SECOND);
        stage.pass(Duration.ofMillis(400));
        assertThat(Stage.paced(stage.send(stage.direct))).isEqualTo(Duration.ofMillis(600));
        stage.pass(Duration.ofMillis(600));

        assertThat(taken(stage.direct)).isEqualTo(1);
        assertThat(refused()).isZero();
    }

    @Test
    void aGroupGetsTwentyAMinute() {
        int taken = 0;
        for (int second = 0; second < 60; second++) {
            taken += taken(stage.group);
            stage.pass(SECOND);
        }

        assertThat(taken).isEqualTo(Limits.IN_GROUP);
        assertThat(taken(stage.group)).as("the first minute is over").isEqualTo(3);
        assertThat(Stage.paced(stage.send(stage.group))).isEqualTo(SECOND);
        assertThat(refused()).isZero();
    }

    @Test
    void aPersonGetsMoreThanTwentyAMinute() {
        int taken = 0;
        for (int second = 0; second < 60; second++) {
            taken += taken(stage.direct);
            stage.pass(SECOND);
        }

        assertThat(taken).isEqualTo(62);
        assertThat(refused()).isZero();
    }

    @Test
    void allChatsTogetherGetThirtyASecond() {
        List<FakeChat> people = IntStream.range(0, 40).mapToObj(this::person).toList();
        List<FakeChat> waiting = people.stream()
                .filter(chat -> stage.send(chat) instanceof DeliveryResult.Paced)
                .toList();

        assertThat(waiting).hasSize(40 - Limits.OVERALL);
        assertThat(Stage.paced(stage.send(waiting.getFirst()))).isEqualTo(SECOND);
        stage.pass(SECOND);
        assertThat(waiting).allSatisfy(stage::sent);
        assertThat(refused()).isZero();
    }

    @Test
    void theTopicsOfAForumShareItsLimits() {
        FakeChat forum = stage.telegram.rooms().open(FakeChat.Kind.FORUM, "Lighthouse", stage.ada);
        stage.sent(forum);
        long topic = stage.telegram.rooms().topic(forum, stage.ada, "Outages");
        Stage.receipt(stage.send(forum.id() + "/" + topic));
        Stage.receipt(stage.send(forum.id() + "/" + topic));

        assertThat(Stage.paced(stage.send(forum))).isEqualTo(SECOND);
    }

    @Test
    void whatTelegramAsksToWaitIsKeptExactlyAndOtherChatsGoOn() {
        stage.telegram.script().onMessagesTo(stage.group.id()).tooMany(Duration.ofSeconds(33));

        assertThat(stage.send(stage.group))
                .isEqualTo(new DeliveryResult.Deferred(Optional.of(Duration.ofSeconds(33)), "Telegram asks to wait"));
        stage.sent(stage.direct);
        stage.pass(Duration.ofSeconds(32));
        assertThat(Stage.paced(stage.send(stage.group))).isEqualTo(SECOND);
        stage.pass(SECOND);
        stage.sent(stage.group);
        assertThat(refused()).isEqualTo(1);
    }

    @Test
    void anEditThatIsRefusedMakesNoticesWaitToo() {
        var receipt = stage.sent(stage.direct);
        stage.telegram.script().on("editMessageText").tooMany(Duration.ofSeconds(7));

        assertThat(Stage.deferred(stage.amend(stage.direct, receipt, Stage.BACK)))
                .isEqualTo(Duration.ofSeconds(7));
        assertThat(Stage.paced(stage.send(stage.direct))).isEqualTo(Duration.ofSeconds(7));
        stage.pass(Duration.ofSeconds(7));
        stage.sent(stage.direct);
    }

    @Test
    void whenSeveralChatsAreToldToWaitAtOnceNothingIsSentAnywhere() {
        List<FakeChat> people = IntStream.range(0, 4).mapToObj(this::person).toList();
        stage.telegram.script().onMessages().times(Limits.EVERYWHERE).tooMany(Duration.ofSeconds(5));
        people.subList(0, 3).forEach(stage::send);

        assertThat(Stage.paced(stage.send(people.getLast()))).isEqualTo(Duration.ofSeconds(5));
        stage.pass(Duration.ofSeconds(5));
        assertThat(people).allSatisfy(stage::sent);
    }

    @Test
    void chatsThatAreToldToWaitOneAfterTheOtherHoldUpNoneElse() {
        stage.telegram.script().onMessages().times(3).tooMany(Duration.ofSeconds(30));
        for (int i = 0; i < 3; i++) {
            assertThat(Stage.deferred(stage.send(person(i)))).isEqualTo(Duration.ofSeconds(30));
            stage.pass(Duration.ofMillis(700));
        }

        stage.sent(person(9));
    }

    @Test
    void whereTelegramDoesNotSayHowLongItIsFiveSeconds() {
        stage.telegram.script().onMessages().error(new FakeError(429, "Too Many Requests", Map.of()));

        assertThat(Stage.deferred(stage.send(stage.direct))).isEqualTo(Trouble.UNSAID);
    }

    @Test
    void answersToCommandsCountToo() {
        assertThat(stage.hearing().speak(stage.direct.id())).isEmpty();
        assertThat(stage.hearing().speak(stage.direct.id())).isEmpty();

        assertThat(stage.hearing().speak(stage.direct.id()))
                .as("room is left to a notice")
                .contains(SECOND);
        stage.sent(stage.direct);
        assertThat(Stage.paced(stage.send(stage.direct))).isEqualTo(SECOND);
    }

    @Test
    void aDayOfPausesOfEveryLengthIsNeverCutShort() {
        for (int i = 1; i < 60; i++) {
            stage.telegram.script().onMessagesTo(stage.direct.id()).tooMany(Duration.ofSeconds(i));
            assertThat(Stage.deferred(stage.send(stage.direct))).isEqualTo(Duration.ofSeconds(i));
            stage.pass(Duration.ofSeconds(i).minusMillis(1));
            assertThat(Stage.paced(stage.send(stage.direct))).isEqualTo(Duration.ofMillis(1));
            stage.pass(Duration.ofSeconds(2));
        }
    }

    /** All ask in the same order all the time, and have more to say than may be sent. */
    @Test
    void chatsTakeTurnsWhereAllOfThemTogetherSayTooMuch() {
        List<FakeChat> people = IntStream.range(0, 90).mapToObj(this::person).toList();
        int[] taken = new int[people.size()];
        for (int tick = 0; tick < 40; tick++) {
            for (int i = 0; i < taken.length; i++) {
                taken[i] += stage.send(people.get(i)) instanceof DeliveryResult.Delivered ? 1 : 0;
            }
            stage.pass(Duration.ofMillis(250));
        }

        assertThat(taken).containsOnly(3, 4);
        assertThat(IntStream.of(taken).sum()).isBetween(295, 300);
        assertThat(refused()).isZero();
    }

    @Test
    void whoDoesNotComeForItsTurnHoldsUpNobodyForLong() {
        List<FakeChat> people = IntStream.range(0, 60).mapToObj(this::person).toList();
        people.forEach(stage::send);
        stage.pass(Duration.ofSeconds(4));

        assertThat(people.subList(0, 30)).allSatisfy(stage::sent);
    }

    /** Each leaves room to what is more urgent. */
    @Test
    void noticesGoBeforeEditsAndEditsBeforeAnswers() {
        Limits limits = new Limits(() -> 0);
        long chat = 1;
        for (Limits.Purpose purpose : List.of(Limits.Purpose.ANSWER, Limits.Purpose.EDIT, Limits.Purpose.NOTICE)) {
            chat++;
            while (limits.take(chat, purpose).isEmpty()) {
                chat++;
            }
            assertThat(limits.take(chat, purpose)).as("%s", purpose).contains(SECOND);
        }

        assertThat(limits.take(chat + 1, Limits.Purpose.NOTICE)).contains(SECOND);
    }

    @Test
    void nothingElseTakesTheRoomOfANoticeThatWaitsForItsTurn() {
        long[] now = {0};
        Limits limits = new Limits(() -> now[0]);
        for (long chat = 1; chat <= 2 * Limits.OVERALL; chat++) {
            assertThat(limits.take(chat, Limits.Purpose.NOTICE).isEmpty()).isEqualTo(chat <= Limits.OVERALL);
        }
        now[0] = SECOND.toNanos();

        assertThat(limits.take(99, Limits.Purpose.ANSWER)).isPresent();
        assertThat(limits.take(99, Limits.Purpose.EDIT)).isPresent();
        for (long chat = Limits.OVERALL + 1; chat <= 2 * Limits.OVERALL; chat++) {
            assertThat(limits.take(chat, Limits.Purpose.NOTICE))
                    .as("chat %s", chat)
                    .isEmpty();
        }
    }

    @Test
    void whereAGroupAsksAllTheTimeItsMessagesAreStillSetRight() {
        long[] now = {0};
        Limits limits = new Limits(() -> now[0]);
        int edits = 0;
        for (int second = 0; second < 300; second++) {
            now[0] = SECOND.toNanos() * second;
            if (limits.take(-7, Limits.Purpose.ANSWER).isEmpty()) {
                continue;
            }
            edits += limits.take(-7, Limits.Purpose.EDIT).isEmpty() ? 1 : 0;
        }

        assertThat(edits).isGreaterThanOrEqualTo(5);
    }

    @Test
    void whereAGroupAsksAllTheTimeItsNoticesStillFindRoom() {
        long[] now = {0};
        Limits limits = new Limits(() -> now[0]);
        List<Integer> sent = new ArrayList<>();
        for (int second = 0; second < 180; second++) {
            now[0] = SECOND.toNanos() * second;
            if (limits.take(-7, Limits.Purpose.ANSWER).isEmpty()) {
                sent.add(second);
            }
            if (second % 20 == 10) {
                assertThat(limits.take(-7, Limits.Purpose.NOTICE))
                        .as("second %s", second)
                        .isEmpty();
                sent.add(second);
            }
        }

        assertThat(sent).hasSizeBetween(45, 60);
        assertThat(sent)
                .allSatisfy(from -> assertThat(sent.stream().filter(at -> at >= from && at < from + 60))
                        .hasSizeLessThanOrEqualTo(Limits.IN_GROUP));
    }

    /** The fake takes exactly what Telegram says it takes: nothing of a flood may meet a refusal. */
    @Test
    void aFloodIntoManyChatsMeetsNoRefusalAndAllOfItArrives() {
        List<FakeChat> chats = IntStream.range(0, 50)
                .mapToObj(i -> i % 2 == 0
                        ? person(i)
                        : stage.telegram.rooms().open(FakeChat.Kind.SUPERGROUP, "Group " + i, stage.ada))
                .toList();
        int[] left = chats.stream().mapToInt(chat -> 12).toArray();
        for (int tick = 0; tick < 400 && IntStream.of(left).sum() > 0; tick++) {
            for (int i = 0; i < left.length; i++) {
                if (left[i] > 0 && stage.send(chats.get(i)) instanceof DeliveryResult.Delivered) {
                    left[i]--;
                }
            }
            stage.pass(Duration.ofMillis(250));
        }

        assertThat(left).containsOnly(0);
        assertThat(refused()).isZero();
        assertThat(chats).allSatisfy(chat -> assertThat(stage.shown(chat)).hasSize(12));
    }
}
