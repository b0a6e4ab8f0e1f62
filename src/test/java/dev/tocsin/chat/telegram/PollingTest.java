package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tocsin.chat.telegram.fake.Answer;
import dev.tocsin.chat.telegram.fake.FakeError;
import dev.tocsin.chat.telegram.fake.Recorded;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Polling that survives what comes. */
class PollingTest {
    @TempDir
    Path folder;

    private InStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new InStage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private long asked(String line) {
        return stage.telegram.talk().says(stage.owner, stage.direct, line);
    }

    private void answered() {
        assertThat(stage.ask(stage.owner, stage.direct, "/status").text()).contains("of 3 down");
    }

    private void polled() {
        stage.telegram.await(InStage.SOON, "a poll", stage.telegram.updates()::isPolled);
    }

    private long conflicts() {
        return stage.telegram.requests("getUpdates").stream()
                .filter(poll -> poll.status() == 409)
                .count();
    }

    private int confirmed(String offset) {
        return (int) stage.telegram.requests("getUpdates").stream()
                .filter(poll -> poll.parameters().text("offset").equals(Optional.of(offset)))
                .count();
    }

    @Test
    void whatWasActedOnBeforeARestartIsNotActedOnAgain() {
        stage.start();
        answered();
        int id = stage.telegram.updates().nextId();
        String behind = Integer.toString(id + 1);
        stage.telegram
                .script()
                .on(request -> request.calls("getUpdates")
                        && request.parameters().text("offset").equals(Optional.of(behind)))
                .always()
                .page(502);
        long asked = asked("/mute portal 2h");
        stage.answer(stage.direct, asked);
        stage.stop();
        assertThat(stage.telegram.updates().unconfirmed()).isEqualTo(1);
        stage.telegram.script().clear();
        stage.start();
        answered();

        assertThat(stage.answers(stage.direct, asked)).hasSize(1);
        assertThat(stage.telegram.updates().deliveries(id)).isEqualTo(1);
    }

    @Test
    void idsThatStartAnewAreHeard() {
        stage.start();
        answered();
        stage.telegram.updates().restartIds(5_000);
        answered();
        answered();
        stage.restart();
        stage.telegram.updates().restartIds(40);
        answered();

        assertThat(stage.telegram.updates().deliveries(5_000)).isLessThan(4);
        stage.telegram.await(InStage.SOON, "the offset", () -> "40".equals(stage.memo.get("telegram/offset/7000001")));
    }

    @Test
    void anErrorOnThePollingThreadDoesNotEndIt() {
        stage.start(new StubDesk(line -> "said " + line));
        assertThat(stage.ask(stage.owner, stage.direct, "/one").text()).contains("said /one");
        stage.memoFails.set(new StackOverflowError("a test's"));
        asked("/lost");
        stage.telegram.await(InStage.SOON, "the error", () -> stage.memoFails.get() == null);

        assertThat(stage.ask(stage.owner, stage.direct, "/two").text()).contains("said /two");
    }

    @Test
    void whatFailsWithAFaultOfOursIsNotTheEnd() {
        stage.start(new StubDesk(line -> {
            if (line.equals("/boom")) {
                throw new IllegalStateException("a test's");
            }
            return "said " + line;
        }));
        long boom = asked("/boom");
        stage.memoFails.set(new IllegalStateException("a test's"));

        assertThat(stage.ask(stage.owner, stage.direct, "/two").text()).contains("said /two");
        assertThat(stage.answers(stage.direct, boom)).isEmpty();
    }

    /** What waits to be sent is not to wait for somebody to write. */
    @Test
    void thatTelegramAnswersAgainIsFoundOutByAShortPoll() {
        stage.start();
        answered();
        polled();
        stage.telegram.script().on("getUpdates").cutBefore();
        polled();
        answered();
        answered();

        List<String> waits = stage.telegram.requests("getUpdates").stream()
                .map(poll -> poll.parameters().text("timeout").orElse(""))
                .toList();
        assertThat(waits).startsWith("1", "5");
        assertThat(waits.subList(2, waits.size())).contains("1").last().isEqualTo("5");
    }

    @Test
    void aPauseThatIsAskedForIsKept() {
        stage.telegram.script().on("getUpdates").tooMany(Duration.ofSeconds(2));
        stage.start();
        answered();
        List<Recorded> polls = stage.telegram.requests("getUpdates");

        assertThat(Duration.between(polls.get(0).at(), polls.get(1).at())).isGreaterThan(Duration.ofMillis(1_990));
    }

    @Test
    void anotherPollerIsNamedOnce() {
        stage.start();
        answered();
        for (int i = 1; i <= 4; i++) {
            int ended = i;
            polled();
            stage.telegram.updates().otherPoller();
            stage.telegram.await(InStage.SOON, ended + " polls ended", () -> conflicts() == ended);
        }
        polled();
        answered();

        assertThat(stage.heard)
                .containsExactly("Another process polls Telegram with the same token, and Telegram gives each message"
                        + " to one of them alone: commands may go unheard here until it is stopped.");
    }

    @Test
    void aRefusedTokenIsToldOnceAndTriedAgain() {
        stage.telegram.script().on("deleteWebhook").times(2).error(FakeError.UNAUTHORIZED);
        stage.telegram.script().on("getUpdates").times(2).error(FakeError.UNAUTHORIZED);
        stage.start();
        answered();

        assertThat(stage.heard).containsExactly("refused", "accepted");
    }

    @Test
    void aStartWithoutANetworkGoesOnUntilThereIsOne() throws Exception {
        stage.telegram.goDown();
        stage.start();
        try (LogNote failed = new LogNote("the next is in")) {
            stage.telegram.await(InStage.SOON, "three failures", () -> failed.count() >= 3);
        }
        stage.telegram.comeBack();
        answered();
        int before = stage.answering.get();
        stage.telegram.goDown();
        stage.telegram.comeBack();
        answered();

        assertThat(before).isEqualTo(1);
        assertThat(stage.answering.get()).as("told once for each time").isEqualTo(2);
    }

    @Test
    void whatWasAskedWhileTheBotWasDownIsAnsweredWhenItIsBack() {
        stage.start();
        answered();
        stage.stop();
        long asked = asked("/about");
        stage.start();

        assertThat(stage.answer(stage.direct, asked).text()).contains("Tocsin");
    }

    @Test
    void aWebhookThatSomebodySetsIsRemoved() {
        stage.start();
        answered();
        stage.telegram.updates().webhook("https://example.org/hook");
        answered();
    }

    @Test
    void anUpdateThatCannotBeReadIsLeftOut() {
        stage.start();
        answered();
        polled();
        int id = stage.telegram.updates().nextId();
        stage.telegram
                .script()
                .on(request -> request.calls("getUpdates")
                        && request.parameters().text("offset").equals(Optional.of(Integer.toString(id))))
                .always()
                .answer(Answer.words(200, "{\"ok\":true,\"result\":[{\"update_id\":" + id + ",\"message\":7}]}"));
        stage.telegram.updates().otherPoller();
        asked("/about");
        stage.telegram.await(InStage.SOON, "a poll behind it", () -> confirmed(Integer.toString(id + 1)) > 0);
        answered();

        assertThat(confirmed(Integer.toString(id))).isBetween(3, 4);
    }

    @Test
    void aSlowCommandHoldsUpNobodyElse() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        stage.start(new StubDesk(line -> {
            if (line.equals("/slow")) {
                try {
                    assertThat(slow.await(20, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return "said " + line;
        }));
        assertThat(stage.ask(stage.owner, stage.direct, "/first").text()).contains("said /first");
        long first = asked("/slow");
        long second = asked("/next");
        assertThat(stage.ask(stage.ana, stage.telegram.rooms().direct(stage.ana), "/fast")
                        .text())
                .contains("said /fast");
        assertThat(stage.answers(stage.direct, second)).isEmpty();
        slow.countDown();

        stage.answer(stage.direct, second);
        assertThat(stage.answer(stage.direct, first).id())
                .isLessThan(stage.answer(stage.direct, second).id());
    }

    @Test
    void closingLeavesNoThread() {
        stage.start();
        answered();
        polled();
        assertThat(threads()).isNotEmpty();
        assertThatCode(stage::stop).doesNotThrowAnyException();

        // An executor is over a moment before its thread is.
        stage.telegram.await(Duration.ofSeconds(5), "no thread", () -> threads().isEmpty());
    }

    @Test
    void closingWithoutANetworkLeavesNoThread() {
        stage.telegram.goDown();
        stage.start();
        stage.telegram.await(InStage.SOON, "a thread", () -> !threads().isEmpty());
        assertThatCode(stage::stop).doesNotThrowAnyException();

        // An executor is over a moment before its thread is.
        stage.telegram.await(Duration.ofSeconds(5), "no thread", () -> threads().isEmpty());
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("telegram-"))
                .toList();
    }
}
