package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.FakeChat;
import dev.tocsin.chat.telegram.fake.FakeError;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.chat.telegram.fake.Standing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is meant for the bot, where it is answered, and who may what. */
class ListeningTest {
    private static final String NOT_HERE = "is for those who manage this channel";

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

    private int spoken(FakeChat chat) {
        return stage.telegram.rooms().fromBot(chat.id()).size();
    }

    @Test
    void aCommandMayNameTheBot() {
        assertThat(stage.ask(stage.eve, stage.group, "/status@tocsintestbot portal")
                        .text())
                .contains("portal");
        assertThat(stage.ask(stage.eve, stage.group, "/stauts@TocsinTestBot").text())
                .contains("did you mean /status?");
    }

    @Test
    void anAnswerWaitsForItsTurn() {
        Duration turn = Duration.ofMillis(300);
        stage.turns.add(turn);
        Instant asked = Instant.now();
        stage.ask(stage.owner, stage.direct, "/about");

        assertThat(Duration.between(asked, Instant.now())).isGreaterThanOrEqualTo(turn);
        assertThat(stage.turns).isEmpty();
    }

    @Test
    void anAnswerWhoseTurnDoesNotComeForLongIsLeftOut() {
        stage.turns.add(Duration.ofSeconds(61));
        stage.telegram.talk().says(stage.owner, stage.direct, "/about");
        stage.ask(stage.owner, stage.direct, "/status");

        assertThat(spoken(stage.direct)).isEqualTo(1);
    }

    @Test
    void whatTelegramAsksOfAnAnswerIsPassedOn() {
        stage.telegram.script().onMessagesTo(stage.direct.id()).tooMany(Duration.ofSeconds(1));
        stage.ask(stage.owner, stage.direct, "/about");

        assertThat(stage.heard).contains("told to wait 1 s in " + stage.direct.id());
    }

    @Test
    void whatIsNotForTheBotIsLeftAlone() {
        stage.telegram.privacyOff();
        long status = stage.telegram.talk().says(stage.eve, stage.group, "/status");
        stage.answer(stage.group, status);
        stage.telegram.talk().says(stage.eve, stage.group, "/status@OtherBot");
        stage.telegram.talk().says(stage.eve, stage.group, "/weather");
        stage.telegram.talk().says(stage.eve, stage.group, "good morning");
        stage.telegram.talk().says(stage.eve, stage.group, "see /status");
        stage.telegram.talk().says(stage.eve, stage.group, "/");
        stage.telegram.talk().edits(stage.group, status, "/status portal");
        FakeChat news = stage.telegram.rooms().open(FakeChat.Kind.CHANNEL, "News", stage.ana);
        long post = stage.telegram.talk().posts(news, "/about");
        stage.answer(news, post);
        stage.telegram.talk().forwards(stage.eve, news, post, stage.group);
        stage.ask(stage.eve, stage.group, "/about");

        assertThat(spoken(stage.group)).isEqualTo(2);
    }

    @Test
    void inPrivateEveryWordIsForTheBot() {
        assertThat(stage.ask(stage.owner, stage.direct, "status").text()).contains("of 3 down");
        assertThat(stage.ask(stage.owner, stage.direct, "hello").text()).contains("no command /hello");
        assertThat(stage.ask(stage.owner, stage.direct, "/start").text()).startsWith("Tocsin watches");
        assertThat(stage.ask(stage.owner, stage.direct, "/mute “portal” 2h\nnew disks")
                        .text())
                .contains("Muted")
                .contains("new disks");
    }

    @Test
    void aTopicIsAnsweredInTheTopic() {
        FakeChat forum = stage.telegram.rooms().open(FakeChat.Kind.FORUM, "Forum", stage.ana);
        long topic = stage.telegram.rooms().topic(forum, stage.ana, "alerts");
        long asked = stage.telegram.talk().says(stage.ana, forum, topic, "/subscribe tag:web high");
        Posted answer = stage.answer(forum, asked);
        long there = stage.telegram.talk().says(stage.ana, forum, topic, "/subscriptions");
        long elsewhere = stage.telegram.talk().says(stage.ana, forum, "/subscriptions");

        assertThat(answer.topic()).hasValue(topic);
        assertThat(stage.answer(forum, there).text()).contains("tag:web");
        assertThat(stage.answer(forum, elsewhere).text()).doesNotContain("tag:web");
        assertThat(stage.answer(forum, elsewhere).topic()).isEmpty();
    }

    @Test
    void aChannelIsManagedByWhoPostsInIt() {
        FakeChat news = stage.telegram.rooms().open(FakeChat.Kind.CHANNEL, "News", stage.ana);
        long may = stage.telegram.talk().posts(news, "/subscribe tag:web high");
        long mayNot = stage.telegram.talk().posts(news, "/mute portal 2h");

        assertThat(stage.answer(news, may).text()).doesNotContain("is for");
        assertThat(stage.answer(news, mayNot).text()).contains("is for the bot's admins");
    }

    @Test
    void anAdministratorWhoHidesManagesTheGroup() {
        long asked = stage.telegram.talk().saysHidden(stage.group, "/subscribe tag:web high");
        long mayNot = stage.telegram.talk().saysHidden(stage.group, "/mute portal 2h");

        assertThat(stage.answer(stage.group, asked).text()).doesNotContain("is for");
        assertThat(stage.answer(stage.group, mayNot).text()).contains("is for the bot's admins");
    }

    @Test
    void administratorsManageTheGroupAndTheConfigNamesAdmins() {
        assertThat(stage.ask(stage.ana, stage.group, "/subscribe tag:web high").text())
                .doesNotContain("is for");
        assertThat(stage.ask(stage.eve, stage.group, "/subscribe tag:web high").text())
                .contains(NOT_HERE);
        assertThat(stage.ask(stage.ana, stage.group, "/mute portal 2h").text()).contains("is for the bot's admins");
        assertThat(stage.ask(stage.owner, stage.group, "/mute portal 2h").text())
                .contains("Muted");
    }

    @Test
    void everybodyManagesTheirOwnChat() {
        FakeChat own = stage.telegram.rooms().direct(stage.eve);

        assertThat(stage.ask(stage.eve, own, "/subscribe tag:web high").text()).doesNotContain("is for");
        assertThat(stage.ask(stage.eve, own, "/mute portal 2h").text()).contains("is for the bot's admins");
    }

    @Test
    void aRoleIsAskedOnceAndForgottenWhenItChanges() {
        stage.telegram.rooms().standBot(stage.ana, stage.group, Standing.ADMINISTRATOR);
        assertThat(stage.ask(stage.eve, stage.group, "/subscriptions").text()).contains(NOT_HERE);
        assertThat(stage.ask(stage.eve, stage.group, "/subscriptions").text()).contains(NOT_HERE);
        assertThat(stage.telegram.requests("getChatMember")).hasSize(1);
        stage.telegram.rooms().stand(stage.ana, stage.group, stage.eve, Standing.ADMINISTRATOR);

        assertThat(stage.ask(stage.eve, stage.group, "/subscriptions").text()).doesNotContain("is for");
        stage.telegram.rooms().stand(stage.ana, stage.group, stage.eve, Standing.MEMBER);
        assertThat(stage.ask(stage.eve, stage.group, "/subscriptions").text()).contains(NOT_HERE);
    }

    @Test
    void aRoleIsBelievedForFiveMinutesWhereNobodyTellsOfItsChange() {
        assertThat(stage.ask(stage.eve, stage.group, "/subscriptions").text()).contains(NOT_HERE);
        stage.telegram.rooms().stand(stage.ana, stage.group, stage.eve, Standing.ADMINISTRATOR);
        stage.pass(Duration.ofMinutes(5).minusMillis(1));
        assertThat(stage.ask(stage.eve, stage.group, "/subscriptions").text()).contains(NOT_HERE);
        stage.pass(Duration.ofMillis(1));

        assertThat(stage.ask(stage.eve, stage.group, "/subscriptions").text()).doesNotContain("is for");
        assertThat(stage.telegram.requests("getChatMember")).hasSize(2);
    }

    @Test
    void whereTelegramDoesNotSayNobodyManages() {
        stage.telegram.script().on("getChatMember").times(4).error(FakeError.INTERNAL);

        assertThat(stage.ask(stage.ana, stage.group, "/subscriptions").text()).contains(NOT_HERE);
        assertThat(stage.ask(stage.ana, stage.group, "/subscriptions").text()).doesNotContain("is for");
    }

    @Test
    void whatWasAskedLongAgoIsNotDoneAndThatIsToldOnce() throws Exception {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.now().minus(Duration.ofMinutes(6)));
        try (InStage late = new InStage(Files.createDirectory(folder.resolve("late")), clock::get)) {
            late.start();
            long first = late.telegram.talk().says(late.owner, late.direct, "/mute portal 2h");
            long second = late.telegram.talk().says(late.owner, late.direct, "/mute mail 2h");
            assertThat(late.answer(late.direct, first).text()).contains("The bot was away");
            clock.set(clock.get().plus(Duration.ofMinutes(6)));

            assertThat(late.ask(late.owner, late.direct, "/mutes").text()).contains("Nothing is muted");
            assertThat(late.answers(late.direct, second)).isEmpty();
        }
    }
}
