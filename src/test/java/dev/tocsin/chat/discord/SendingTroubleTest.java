package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.FakeDiscord;
import dev.tocsin.chat.discord.fake.FakeError;
import dev.tocsin.chat.discord.fake.Guild;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import java.time.Duration;
import java.time.Instant;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of Discord's troubles has its own result, and none loses or doubles a notice. */
class SendingTroubleTest {
    private OutStage stage;
    private long text;

    @BeforeEach
    void open() throws Exception {
        stage = OutStage.connected();
        text = stage.guild.text("alerts");
        stage.awaitConnected(text);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void sentOnce() {
        assertThat(stage.discord.messages(text)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 520, 529})
    void aServerErrorMayHaveHadItsEffectAndIsNotRetriedHere(int status) {
        stage.discord.script().onMessagesTo(text).status(status);
        Instant before = Instant.now();

        assertThat(stage.send(text, "k")).isEqualTo(new DeliveryResult.Uncertain("Discord answers " + status));
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(stage.send(text, "k")).isInstanceOf(DeliveryResult.Delivered.class);
        sentOnce();
    }

    @Test
    void anAnswerThatIsCutOffMayHaveHadItsEffectAndTheResendIsNoDouble() {
        stage.discord.script().onMessagesTo(text).times(3).cutAfter();

        DeliveryResult result = stage.send(text, "k");
        for (int i = 0; i < 3 && !(result instanceof DeliveryResult.Delivered); i++) {
            assertThat(result).isInstanceOf(DeliveryResult.Uncertain.class);
            result = stage.send(text, "k");
        }
        assertThat(result).isInstanceOf(DeliveryResult.Delivered.class);
        sentOnce();
    }

    @Test
    void aPostWhoseAnswerIsCutOffIsFoundAndNotBegunAgain() {
        long forum = stage.guild.forum("incidents");
        stage.awaitConnected(forum);
        stage.discord.script().on("POST", "/channels/{channel}/threads").cutAfter();

        assertThat(stage.send(forum, "k")).isInstanceOf(DeliveryResult.Uncertain.class);
        stage.discord.await(OutStage.SOON, "the post", () -> stage.posts(forum) == 1);
        DeliveryResult again = stage.send(forum, "k");
        assertThat(again).isInstanceOf(DeliveryResult.Delivered.class);
        stage.reply(forum, ((DeliveryResult.Delivered) again).receipt());
        assertThat(stage.send(forum, "another")).isInstanceOf(DeliveryResult.Delivered.class);
        stage.discord.await(OutStage.SOON, "another post", () -> stage.posts(forum) == 2);
    }

    @Test
    void aRequestThatIsCutOffMayHaveHadItsEffect() {
        stage.discord.script().onMessagesTo(text).always().cutBefore();

        assertThat(stage.send(text, "k")).isInstanceOf(DeliveryResult.Uncertain.class);
        stage.discord.script().clear();
        assertThat(stage.send(text, "k")).isInstanceOf(DeliveryResult.Delivered.class);
        sentOnce();
    }

    @Test
    void anAnswerThatDoesNotComeIsNotWaitedForLongerThanTheOutboxAllows() {
        var rule = stage.discord.script().onMessagesTo(text);
        rule.late(Duration.ofMinutes(5));
        Instant before = Instant.now();

        assertThat(stage.send(text, "k")).isInstanceOf(DeliveryResult.Uncertain.class);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(30));
        rule.end();
        assertThat(stage.send(text, "k")).isInstanceOf(DeliveryResult.Delivered.class);
        sentOnce();
    }

    @Test
    void whatNeverLeftIsDeferred() {
        stage.discord.closeRest();

        DeliveryResult result = stage.send(text, "k");
        for (int old = 0; old < 5 && result instanceof DeliveryResult.Uncertain; old++) {
            result = stage.send(text, "k");
        }
        assertThat(result)
                .as("once no connection from before is left")
                .isInstanceOfSatisfying(
                        DeliveryResult.Deferred.class,
                        deferred -> assertThat(deferred.why()).startsWith("Discord cannot be reached"));
    }

    @Test
    void whereTheBotMayNotWriteTheNoticeWaitsTheServerHearsOfItOnceAndItResumes() {
        long elsewhere = stage.guild.text("general");
        stage.awaitConnected(elsewhere);
        stage.guild.botMayNot(text, Permission.MESSAGE_SEND);
        stage.awaitLack(text, Permission.MESSAGE_SEND);

        for (int i = 0; i < 3; i++) {
            assertThat(stage.send(text, "k"))
                    .isInstanceOfSatisfying(
                            DeliveryResult.Deferred.class,
                            deferred -> assertThat(deferred.retryAfter()).contains(Trouble.PAUSE));
        }
        stage.discord.await(OutStage.SOON, "word of it", () -> told() == 1);
        stage.guild.botMay(text, Permission.MESSAGE_SEND);
        stage.discord.await(OutStage.SOON, "may again", () -> stage.may(text, Permission.MESSAGE_SEND));
        assertThat(stage.send(text, "k")).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(told()).isEqualTo(1);
    }

    private long told() {
        return stage.discord.requests("POST", "/channels/{channel}/messages").stream()
                .filter(request -> request.body().toString().contains("Notices for"))
                .count();
    }

    @ParameterizedTest
    @EnumSource(names = {"MISSING_ACCESS", "MISSING_PERMISSIONS", "CANNOT_MESSAGE_USER"})
    void whatDiscordForbidsBeforeTheBotKnowsWaitsToo(FakeError error) {
        stage.discord.script().onMessagesTo(text).times(2).error(error);

        assertThat(stage.send(text, "k")).isInstanceOf(DeliveryResult.Deferred.class);
        assertThat(stage.send(text, "k")).isInstanceOf(DeliveryResult.Delivered.class);
    }

    @Test
    void aChannelThatWasDeletedIsGone() {
        stage.guild.delete(text);

        assertThat(stage.send(text)).as("not at once").isInstanceOf(DeliveryResult.Deferred.class);
        assertThat(stage.sendOnceBelieved(text)).isInstanceOf(DeliveryResult.Gone.class);
        assertThat(stage.sendOnceBelieved(123_456_789L)).isInstanceOf(DeliveryResult.Gone.class);
    }

    @Test
    void aChannelIsNotGoneOnOneWrongWord() {
        stage.discord.script().onMessagesTo(text).error(FakeError.UNKNOWN_CHANNEL);

        assertThat(stage.send(text, "k")).isInstanceOf(DeliveryResult.Delivered.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 408})
    void aPageOfAProxyIsNoWordOfDiscords(int status) {
        stage.discord.script().onMessagesTo(text).times(2).status(status);

        assertThat(stage.send(text, "k")).isInstanceOf(DeliveryResult.Deferred.class);
    }

    @Test
    void duringAServersOutageNothingIsGone() {
        stage.discord.outage(stage.guild);
        stage.discord.await(OutStage.SOON, "the outage", () -> !stage.sees(text));
        stage.discord.script().on("*", "/channels/{channel}").always().error(FakeError.UNKNOWN_CHANNEL);
        stage.discord.script().onMessages().always().error(FakeError.UNKNOWN_CHANNEL);

        assertThat(stage.send(text, "k")).isInstanceOf(DeliveryResult.Deferred.class);
        stage.discord.script().clear();
        stage.discord.join(stage.guild);
        stage.awaitConnected(text);
        assertThat(stage.send(text, "k")).isInstanceOf(DeliveryResult.Delivered.class);
    }

    @Test
    void whoKicksTheBotAndTakesItBackLosesNothing() {
        Guild other = stage.discord.guild("Lighthouse");
        long there = other.text("alerts");
        stage.awaitConnected(there);
        stage.discord.kick(other);

        assertThat(stage.send(there, "k")).isInstanceOf(DeliveryResult.Deferred.class);
        stage.discord.await(OutStage.SOON, "the kick", () -> !stage.sees(there));
        assertThat(stage.send(there, "k")).isInstanceOf(DeliveryResult.Deferred.class);
        stage.discord.join(other);
        stage.awaitConnected(there);
        assertThat(stage.send(there, "k")).isInstanceOf(DeliveryResult.Delivered.class);
    }

    @Test
    void aMessageThatIsNoMoreIsNotAnswered() {
        Receipt outage = stage.sent(text);
        stage.discord.script().onMessagesTo(text).error(FakeError.UNKNOWN_MESSAGE);

        assertThat(stage.reply(text, outage)).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(stage.last(text).repliesTo()).isEmpty();
    }

    @Test
    void aFormThatDiscordRefusesGoesOutInWordsAndIsLoggedAsOurFault() {
        stage.discord.script().onMessagesTo(text).error(FakeError.INVALID_FORM_BODY);

        assertThat(stage.send(text, "k")).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(stage.last(text).content()).contains("api is down");
        assertThat(stage.logged()).anyMatch(line -> line.contains("a fault of ours"));
    }

    @Test
    void wordsThatDiscordRefusesTooAreRejected() {
        stage.discord.script().onMessagesTo(text).times(2).error(FakeError.INVALID_FORM_BODY);

        assertThat(stage.send(text, "k")).isInstanceOf(DeliveryResult.Rejected.class);
    }

    @Test
    void anAddressThatIsNoNumberIsRejected() {
        assertThat(stage.send("alerts")).isInstanceOf(DeliveryResult.Rejected.class);
    }

    @Test
    void beforeTheFirstConnectionNoticesWait() throws Exception {
        try (OutStage early = new OutStage(FakeDiscord.HEARTBEAT)) {
            assertThat(early.send(early.guild.text("alerts"))).isInstanceOf(DeliveryResult.Deferred.class);
        }
    }
}
