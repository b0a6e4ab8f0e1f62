package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.FakeChat;
import dev.tocsin.chat.telegram.fake.Standing;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot comes into chats, leaves them, and they change. */
class ChatsChangeTest {
    @TempDir
    Path folder;

    private InStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new InStage(folder);
        stage.start();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void stands(FakeChat chat, Standing as) {
        stage.telegram.rooms().standBot(stage.ana, chat, as);
    }

    @Test
    void aGroupIsGreetedOnce() {
        FakeChat yard = stage.telegram.rooms().strange(FakeChat.Kind.SUPERGROUP, "Yard", stage.ana);
        stands(yard, Standing.MEMBER);
        stage.awaitHeard("awake telegram:" + yard.id());
        assertThat(stage.telegram.rooms().fromBot(yard.id(), 1).getFirst().text())
                .isEqualTo("Tocsin watches whether services and networks can be reached, and tells this chat when one"
                        + " stops answering and when it is back.\nStart /status shows what is watched and how it is\n"
                        + "Alerts /subscribe in the chat or topic that is to be told\nMore /help lists everything");
        stands(yard, Standing.ADMINISTRATOR);
        stands(yard, Standing.LEFT);
        stage.awaitHeard("asleep telegram:" + yard.id() + ": the bot is not in the chat");
        stage.heard.clear();
        stage.restart();
        stands(yard, Standing.MEMBER);
        stage.awaitHeard("awake telegram:" + yard.id());
        stage.settled();

        assertThat(stage.telegram.rooms().fromBot(yard.id())).hasSize(1);
    }

    @Test
    void aPersonWhoStopsTheBotIsLeftAloneUntilItIsStartedAgain() {
        String chat = "telegram:" + stage.owner.id();
        stage.telegram.rooms().blocks(stage.owner);
        stage.awaitHeard("asleep " + chat + ": the person has stopped the bot");
        stage.telegram.rooms().unblocks(stage.owner);
        stage.awaitHeard("awake " + chat);
        stage.settled();

        assertThat(stage.telegram.rooms().fromBot(stage.owner.id())).hasSize(1);
    }

    @Test
    void aChannelThatTakesTheRightAwayIsLeftAlone() {
        FakeChat news = stage.telegram.rooms().open(FakeChat.Kind.CHANNEL, "News", stage.ana);
        stands(news, Standing.MEMBER);
        stage.awaitHeard("asleep telegram:" + news.id() + ": the bot is no administrator of the channel");
        stands(news, Standing.KICKED);
        stage.awaitHeard("asleep telegram:" + news.id() + ": the bot was removed");
        stands(news, Standing.ADMINISTRATOR);
        stage.awaitHeard("awake telegram:" + news.id());

        assertThat(stage.telegram.rooms().fromBot(news.id())).isEmpty();
    }

    @Test
    void aGroupThatBecomesAnotherIsToldOnceAndNotGreetedAgain() {
        FakeChat yard = stage.telegram.rooms().open(FakeChat.Kind.GROUP, "Yard", stage.ana);
        FakeChat larger = stage.telegram.rooms().migrates(yard, stage.ana);
        String moved = "moved telegram:" + yard.id() + " to telegram:" + larger.id();
        stage.awaitHeard(moved);
        stage.settled();
        stands(larger, Standing.LEFT);
        stands(larger, Standing.MEMBER);
        stage.awaitHeard("awake telegram:" + larger.id());
        stage.settled();

        assertThat(stage.heard).containsOnlyOnce(moved);
        assertThat(stage.telegram.rooms().fromBot(larger.id())).isEmpty();
    }
}
