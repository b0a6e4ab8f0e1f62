package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.FakeDiscord;
import dev.tocsin.chat.discord.fake.FakeError;
import dev.tocsin.core.delivery.DeliveryResult;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token that Discord does not accept turns the platform off, in one sentence, and nothing is lost. */
class TokenTest {
    private OutStage stage;
    private long text;

    @BeforeEach
    void open() throws Exception {
        stage = new OutStage(FakeDiscord.HEARTBEAT);
        text = stage.guild.text("alerts");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private long refusals() {
        return stage.discord.requests().stream()
                .filter(request -> request.status() == 401)
                .count();
    }

    private void saidOnce() {
        assertThat(stage.troubles).singleElement().asString().contains("does not accept the token");
    }

    @Test
    void aWrongTokenAtTheStartIsSaidOnceAndAnotherOneWorks() {
        stage.reopen("wrong");
        stage.discord.await(OutStage.SOON, "attempts", () -> refusals() > 3);

        saidOnce();
        assertThat(stage.send(text, "k"))
                .isInstanceOfSatisfying(
                        DeliveryResult.Deferred.class,
                        deferred -> assertThat(deferred.why()).contains("does not accept the token"));
        stage.reopen(stage.discord.token());
        stage.awaitConnected(text);
        assertThat(stage.send(text, "k")).isInstanceOf(DeliveryResult.Delivered.class);
    }

    @Test
    void aTokenThatTheGatewayRefusesIsSaidOnceAndTriedAgain() {
        stage.start();
        stage.awaitConnected(text);
        stage.discord.line().closeWith(4004);
        stage.discord.await(OutStage.SOON, "word of it", () -> !stage.troubles.isEmpty());

        stage.discord.await(
                OutStage.SOON, "a second login", () -> stage.discord.line().identifies() == 2);
        stage.awaitConnected(text);
        assertThat(stage.send(text, "k")).isInstanceOf(DeliveryResult.Delivered.class);
        saidOnce();
        assertThat(stage.logged()).anyMatch(line -> line.contains("accepts the token again"));
    }

    @Test
    void aTokenThatTheApiRefusesIsSaidOnceAndNothingIsSentForAWhile() {
        stage.start();
        stage.awaitConnected(text);
        stage.discord.script().onMessages().always().error(FakeError.UNAUTHORIZED);

        for (int i = 0; i < 3; i++) {
            assertThat(stage.send(text, "k")).isInstanceOf(DeliveryResult.Deferred.class);
        }
        saidOnce();
        assertThat(stage.discord.requests("POST", "/channels/{channel}/messages"))
                .hasSize(1);
    }

    @Test
    void noThreadIsLeftBehind() {
        stage.start();
        stage.awaitConnected(text);
        stage.sent(text);
        stage.closeChat();

        stage.discord.await(OutStage.SOON, "no threads: " + ours(), () -> ours().isEmpty());
    }

    @Test
    void noThreadIsLeftBehindByAttemptsThatFailed() {
        stage.reopen("wrong");
        stage.discord.await(OutStage.SOON, "attempts", () -> refusals() > 3);
        assertThat(ours()).as("of one attempt").hasSizeLessThan(8);
        stage.closeChat();

        stage.discord.await(OutStage.SOON, "no threads: " + ours(), () -> ours().isEmpty());
    }

    /** OkHttp's own are daemons of the whole process, and end when they are idle. */
    private static List<String> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !name.matches("OkHttp TaskRunner|Okio Watchdog|OkHttp ConnectionPool.*"))
                .filter(name -> name.matches("(?i).*(JDA|discord-|OkHttp|ShardManager|MainWS|RateLimit|ReadingThread"
                        + "|WritingThread|ConnectThread).*"))
                .collect(Collectors.toList());
    }
}
