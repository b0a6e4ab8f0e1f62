package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.FakeChat;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.chat.telegram.fake.Standing;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A channel is managed from the chat of one of its administrators with the bot. */
class ChannelsTest {
    @TempDir
    Path folder;

    private InStage stage;
    private FakeChat news;
    private FakeChat direct;

    @BeforeEach
    void open() throws Exception {
        stage = new InStage(folder);
        news = stage.telegram.rooms().open(FakeChat.Kind.CHANNEL, "News", stage.ana);
        direct = stage.telegram.rooms().direct(stage.ana);
        stage.start();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Posted forwarded(FakeChat channel) {
        long post = stage.telegram.talk().posts(channel, "good morning");
        return stage.answer(direct, stage.telegram.talk().forwards(stage.ana, channel, post, direct));
    }

    private String subscriptions() {
        return stage.answer(news, stage.telegram.talk().posts(news, "/subscriptions"))
                .text();
    }

    @Test
    void aForwardedPostSubscribesItsChannel() {
        Posted asked = forwarded(news);
        assertThat(asked.text())
                .isEqualTo("What is News to be told of?\nOr type /subscribe @" + news.id() + " all high");
        assertThat(asked.buttons()).contains("/subscribe @" + news.id() + " tag:web");
        Posted done = stage.press(stage.ana, asked, "/subscribe @" + news.id() + " tag:web");
        assertThat(done.text())
                .startsWith("✅ This channel is told of tag:web from now on")
                .endsWith("Channel News");
        assertThat(subscriptions()).contains("tag:web");
        assertThat(stage.ask(stage.ana, direct, "/subscriptions").text()).doesNotContain("tag:web");
        Posted undone = stage.press(stage.ana, done, "/unsubscribe @" + news.id() + " 1");

        assertThat(undone.text()).contains("is no longer told");
        assertThat(subscriptions()).doesNotContain("tag:web");
    }

    @Test
    void aNameSubscribesAChannel() {
        Posted done = stage.ask(stage.ana, direct, "/subscribe @News tag:web high");
        assertThat(done.text()).contains("Channel News");
        assertThat(subscriptions()).contains("tag:web");
        assertThat(stage.ask(stage.ana, stage.group, "/subscriptions @news").text())
                .contains("tag:web")
                .contains("Channel News");

        assertThat(stage.ask(stage.ana, direct, "/subscribe @News nothing").buttons())
                .isEmpty();
    }

    @Test
    void aMistypedWordIsOfferedForTheChannel() {
        assertThat(stage.ask(stage.ana, direct, "/subscribe @News protal").buttons())
                .containsExactly("/subscribe @" + news.id() + " portal");
    }

    @Test
    void whoDoesNotAdministerTheChannelSubscribesNothing() {
        FakeChat eves = stage.telegram.rooms().direct(stage.eve);
        assertThat(stage.ask(stage.eve, eves, "/subscribe @News").text())
                .startsWith("✖️ /subscribe is for those who manage this channel.");
        long post = stage.telegram.talk().posts(news, "good morning");
        Posted refused = stage.answer(eves, stage.telegram.talk().forwards(stage.eve, news, post, eves));

        assertThat(refused.text()).startsWith("✖️ /subscribe is for those who manage this channel.");
        assertThat(refused.buttons()).isEmpty();
        assertThat(subscriptions()).contains("told of nothing");
    }

    @Test
    void whoStopsAdministeringLosesTheChannelAtOnce() {
        stage.telegram.rooms().stand(stage.ana, news, stage.eve, Standing.ADMINISTRATOR);
        FakeChat eves = stage.telegram.rooms().direct(stage.eve);
        assertThat(stage.ask(stage.eve, eves, "/subscriptions @News").text()).doesNotContain("is for those");
        stage.telegram.rooms().stand(stage.ana, news, stage.eve, Standing.MEMBER);

        assertThat(stage.ask(stage.eve, eves, "/subscriptions @News").text()).contains("is for those");
    }

    @Test
    void theBotMustBeAnAdministratorOfIt() {
        FakeChat other = stage.telegram.rooms().strange(FakeChat.Kind.CHANNEL, "Other", stage.ana);
        assertThat(stage.ask(stage.ana, direct, "/subscribe @Other").text())
                .isEqualTo("✖️ Telegram shows the bot no channel @Other; make the bot an administrator of it who may"
                        + " post, then ask again.");
        stage.telegram.rooms().standBot(stage.ana, other, Standing.MEMBER);
        assertThat(forwarded(other).text())
                .isEqualTo("✖️ The bot may not post in Other; make it an administrator of the channel who may, then ask"
                        + " again.");
        stage.telegram.rooms().standBot(stage.ana, other, Standing.ADMINISTRATOR);

        assertThat(forwarded(other).text()).startsWith("What is Other to be told of?");
    }

    @Test
    void aGroupIsManagedInTheGroup() {
        assertThat(stage.ask(stage.ana, direct, "/subscribe @" + stage.group.id())
                        .text())
                .isEqualTo("✖️ " + stage.group.id() + " is no channel; ask in that chat itself.");
    }

    @Test
    void whoHidesManagesNothingElsewhere() {
        long hidden = stage.telegram.talk().saysHidden(stage.group, "/subscribe @News");
        assertThat(stage.answer(stage.group, hidden).text())
                .isEqualTo("✖️ It cannot be told who asks; ask in a chat with the bot alone.");
        long stranger = stage.telegram.talk().saysAs(news, stage.group, "/subscribe");
        assertThat(stage.answer(stage.group, stranger).text()).contains("is for those who manage this channel");

        assertThat(subscriptions()).contains("told of nothing");
    }

    @Test
    void adminsOfTheConfigManageEveryChannelOfTheBot() {
        assertThat(stage.ask(stage.owner, stage.direct, "/subscribe @News").text())
                .contains("Channel News");
    }

    @Test
    void aPostForwardedToAGroupIsNothing() {
        long post = stage.telegram.talk().posts(news, "/status");
        stage.answer(news, post);
        stage.telegram.privacyOff();
        long forwarded = stage.telegram.talk().forwards(stage.ana, news, post, stage.group);
        stage.ask(stage.ana, stage.group, "/status");

        assertThat(stage.answers(stage.group, forwarded)).isEmpty();
    }
}
