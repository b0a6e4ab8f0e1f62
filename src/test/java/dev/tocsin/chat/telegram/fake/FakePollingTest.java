package dev.tocsin.chat.telegram.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.messageorigin.MessageOriginChannel;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Long polling, as a plain TelegramBots does it; several tests hold on to what that library does amiss. */
class FakePollingTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private FakeTelegram telegram;
    private PlainBot bot;
    private FakePerson ada;
    private FakeChat direct;
    private FakeChat group;

    @BeforeEach
    void open() throws Exception {
        telegram = new FakeTelegram();
        bot = new PlainBot(telegram);
        ada = telegram.rooms().person("Ada");
        direct = telegram.rooms().direct(ada);
        group = telegram.rooms().open(FakeChat.Kind.SUPERGROUP, "Harbour", ada);
    }

    @AfterEach
    void close() throws Exception {
        bot.close();
        telegram.close();
    }

    private static List<String> texts(List<Update> updates) {
        return updates.stream()
                .map(update -> update.hasEditedMessage()
                        ? "edited " + update.getEditedMessage().getText()
                        : update.getMessage().getText())
                .toList();
    }

    private void allConfirmed() {
        telegram.await(SOON, "all confirmed", () -> telegram.updates().unconfirmed() == 0);
    }

    @Test
    void whatPeopleWriteArrivesInOrder() throws Exception {
        BotSession session = bot.poll();
        long first = telegram.talk().says(ada, direct, "/status");
        telegram.talk().edits(direct, first, "/status gov");
        assertThat(telegram.talk().says(ada, group, "/status@TocsinTestBot api"))
                .isPositive();
        List<Update> updates = bot.updates(3);

        assertThat(texts(updates)).containsExactly("/status", "edited /status gov", "/status@TocsinTestBot api");
        Message last = updates.getLast().getMessage();
        assertThat(last.getEntities().getFirst().getType()).isEqualTo("bot_command");
        assertThat(last.getEntities().getFirst().getLength()).isEqualTo("/status@TocsinTestBot".length());
        assertThat(session.isRunning()).isTrue();
        allConfirmed();
    }

    /** A trap: whether a message is a command is not known until its entities were asked for. */
    @Test
    void aCommandIsNoneUntilItsEntitiesAreLookedAt() throws Exception {
        assertThat(bot.poll().isRunning()).isTrue();
        assertThat(telegram.talk().says(ada, direct, "/status api")).isPositive();
        Message message = bot.updates(1).getFirst().getMessage();

        assertThat(message.isCommand()).isFalse();
        assertThat(message.getEntities()).hasSize(1);
        assertThat(message.isCommand()).isTrue();
    }

    @Test
    void inAGroupTheBotHearsWhatIsMeantForIt() throws Exception {
        assertThat(bot.poll().isRunning()).isTrue();
        assertThat(telegram.talk().says(ada, group, "good morning")).isPositive();
        assertThat(telegram.talk().says(ada, group, "/status@SomeOtherBot")).isPositive();
        assertThat(telegram.talk().says(ada, group, "/status")).isPositive();
        telegram.privacyOff();
        assertThat(telegram.talk().says(ada, group, "good night")).isPositive();

        assertThat(texts(bot.updates(2))).containsExactly("/status", "good night");
    }

    @Test
    void standingsAndPressesAndMigrationsAreTold() throws Exception {
        assertThat(bot.poll("message", "my_chat_member", "chat_member", "callback_query")
                        .isRunning())
                .isTrue();
        telegram.await(SOON, "a poll", telegram.updates()::isPolled);
        FakePerson bob = telegram.rooms().person("Bob");
        telegram.rooms().blocks(ada);
        telegram.rooms().standBot(ada, group, Standing.ADMINISTRATOR);
        telegram.rooms().stand(ada, group, bob, Standing.ADMINISTRATOR);
        FakeChat yard = telegram.rooms().open(FakeChat.Kind.GROUP, "Yard", ada);
        FakeChat larger = telegram.rooms().migrates(yard, ada);
        List<Update> updates = bot.updates(5);

        assertThat(updates.get(0).getMyChatMember().getNewChatMember().getStatus())
                .isEqualTo("kicked");
        assertThat(updates.get(1).getMyChatMember().getNewChatMember().getStatus())
                .isEqualTo("administrator");
        assertThat(updates.get(2).getChatMember().getNewChatMember().getUser().getId())
                .isEqualTo(bob.id());
        assertThat(updates.get(3).getMessage().getMigrateToChatId()).isEqualTo(larger.id());
        assertThat(updates.get(4).getMessage().getMigrateFromChatId()).isEqualTo(yard.id());
    }

    @Test
    void hiddenAdministratorsAndChannelsSpeakAsTheChat() throws Exception {
        FakeChat channel = telegram.rooms().open(FakeChat.Kind.CHANNEL, "Harbour News", ada);
        assertThat(bot.poll().isRunning()).isTrue();
        assertThat(telegram.talk().saysHidden(group, "/subscribe")).isPositive();
        long post = telegram.talk().posts(channel, "low tide");
        assertThat(telegram.talk().forwards(ada, channel, post, direct)).isPositive();
        List<Update> updates = bot.updates(3);

        assertThat(updates.get(0).getMessage().getSenderChat().getId()).isEqualTo(group.id());
        assertThat(updates.get(0).getMessage().getFrom().getUserName()).isEqualTo("GroupAnonymousBot");
        assertThat(updates.get(1).getChannelPost().getText()).isEqualTo("low tide");
        assertThat(updates.get(2).getMessage().getForwardOrigin())
                .isInstanceOfSatisfying(
                        MessageOriginChannel.class,
                        origin -> assertThat(origin.getChat().getId()).isEqualTo(channel.id()));
    }

    /** A trap: nothing is polled any more, and the session says that it runs. */
    @Test
    void aConsumerThatThrowsEndsThePollingForEver() throws Exception {
        BotSession session = bot.poll(updates -> {
            throw new IllegalStateException("a bug");
        });
        assertThat(telegram.talk().says(ada, direct, "/status")).isPositive();
        telegram.await(SOON, "a delivery", () -> telegram.updates().deliveries(700_000_001) == 1);
        telegram.await(SOON, "the end of the poll", () -> !telegram.updates().isPolled());
        telegram.await(SOON, "the end", session.getRunningPolling()::isDone);

        assertThat(session.isRunning()).isTrue();
        assertThat(telegram.requests("getUpdates")).hasSize(1);
        assertThat(telegram.updates().unconfirmed()).isEqualTo(1);
    }

    /** A trap: the offset is only in memory, and confirmed by the next poll alone. */
    @Test
    void theLastBatchComesAgainAfterARestart() throws Exception {
        List<Update> seen = new CopyOnWriteArrayList<>();
        telegram.script().on("getUpdates").times(0).cutBefore();
        assertThat(bot.poll(updates -> {
                            seen.addAll(updates);
                            telegram.script().on("getUpdates").always().page(502);
                        })
                        .isRunning())
                .isTrue();
        assertThat(telegram.talk().says(ada, direct, "/mute api 2h")).isPositive();
        telegram.await(SOON, "the first delivery", () -> seen.size() == 1);
        bot.stopPolling();
        telegram.script().clear();

        try (PlainBot again = new PlainBot(telegram)) {
            assertThat(again.poll().isRunning()).isTrue();
            assertThat(texts(again.updates(1))).containsExactly("/mute api 2h");
            assertThat(telegram.updates().deliveries(700_000_001)).isEqualTo(2);
            allConfirmed();
        }
    }

    /** A trap: what has a lower id than one before is thrown away, however often it comes. */
    @Test
    void idsThatRestartAreThrownAway() throws Exception {
        assertThat(bot.poll().isRunning()).isTrue();
        assertThat(telegram.talk().says(ada, direct, "one")).isPositive();
        assertThat(texts(bot.updates(1))).containsExactly("one");
        allConfirmed();
        telegram.updates().restartIds(5_000);
        assertThat(telegram.talk().says(ada, direct, "two")).isPositive();
        telegram.await(SOON, "deliveries in vain", () -> telegram.updates().deliveries(5_000) > 2);

        assertThat(texts(bot.updates())).containsExactly("one");
        bot.stopPolling();
        try (PlainBot again = new PlainBot(telegram)) {
            assertThat(again.poll().isRunning()).isTrue();
            assertThat(texts(again.updates(1))).containsExactly("two");
        }
    }

    /** A trap: the pause that is asked for is not kept. */
    @Test
    void aPauseForPollsIsOverlooked() throws Exception {
        Rule limit = telegram.script().on("getUpdates").times(3).tooMany(Duration.ofSeconds(20));
        assertThat(bot.poll().isRunning()).isTrue();
        assertThat(telegram.talk().says(ada, direct, "/status")).isPositive();

        assertThat(texts(bot.updates(1))).containsExactly("/status");
        assertThat(limit.hits()).isEqualTo(3);
    }

    @Test
    void anotherPollerEndsOursWith409() throws Exception {
        assertThat(bot.poll().isRunning()).isTrue();
        telegram.await(SOON, "a poll", telegram.updates()::isPolled);
        telegram.updates().otherPoller();
        telegram.await(
                SOON, "a 409", () -> telegram.requests("getUpdates").getFirst().status() == 409);
        assertThat(telegram.talk().says(ada, direct, "/status")).isPositive();

        assertThat(texts(bot.updates(1))).containsExactly("/status");
        assertThat(telegram.updates().conflicts()).isEqualTo(1);
    }

    @Test
    void aWebhookIsDeletedBeforeThePolling() throws Exception {
        telegram.updates().webhook("https://example.org/hook");
        assertThat(bot.poll().isRunning()).isTrue();
        assertThat(telegram.talk().says(ada, direct, "/status")).isPositive();

        assertThat(texts(bot.updates(1))).containsExactly("/status");
        assertThat(telegram.requests("deleteWebhook")).hasSize(1);
    }

    /** A trap: the start fails without a network, and the bot counts as registered all the same. */
    @Test
    void aStartWithoutANetworkFailsAndLeavesTheBotRegistered() throws Exception {
        telegram.goDown();
        assertThatThrownBy(bot::poll).isInstanceOf(TelegramApiException.class);
        telegram.comeBack();
        assertThatThrownBy(bot::poll).hasMessageContaining("already registered");
        bot.stopPolling();

        try (PlainBot again = new PlainBot(telegram)) {
            assertThat(again.poll().isRunning()).isTrue();
            assertThat(telegram.talk().says(ada, direct, "/status")).isPositive();
            assertThat(texts(again.updates(1))).containsExactly("/status");
        }
    }

    @Test
    void pollingGoesOnAfterTheServerWasGone() throws Exception {
        assertThat(bot.poll().isRunning()).isTrue();
        telegram.await(SOON, "a poll", telegram.updates()::isPolled);
        telegram.goDown();
        telegram.comeBack();
        assertThat(telegram.talk().says(ada, direct, "/status")).isPositive();

        assertThat(texts(bot.updates(1))).containsExactly("/status");
    }

    @Test
    void aBatchThatGotLostOnTheWayComesAgain() throws Exception {
        Rule cut = telegram.script().on("getUpdates").cutAfter();
        assertThat(bot.poll().isRunning()).isTrue();
        assertThat(telegram.talk().says(ada, direct, "/status")).isPositive();

        assertThat(texts(bot.updates(1))).containsExactly("/status");
        assertThat(cut.hits()).isEqualTo(1);
        assertThat(telegram.updates().deliveries(700_000_001)).isEqualTo(2);
    }
}
