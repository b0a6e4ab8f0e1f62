package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.FakeGateway;
import dev.tocsin.core.delivery.DeliveryResult;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever becomes of the gateway, notices arrive meanwhile, and commands are answered within seconds afterwards. */
class GatewayTroubleTest {
    private static final Duration HEARTBEAT = Duration.ofMillis(200);
    private static final Duration SECONDS = Duration.ofSeconds(20);

    private OutStage stage;
    private long text;

    @BeforeEach
    void open() throws Exception {
        stage = OutStage.connected(HEARTBEAT);
        text = stage.guild.text("alerts");
        stage.awaitConnected(text);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void recovers(Consumer<FakeGateway> from) {
        int before = stage.discord.line().resumes() + stage.discord.line().identifies();
        int reached = stage.reached.get();
        from.accept(stage.discord.line());
        assertThat(stage.send(text, "meanwhile")).isInstanceOf(DeliveryResult.Delivered.class);
        stage.discord.await(
                SECONDS,
                "connected anew",
                () -> stage.discord.line().resumes() + stage.discord.line().identifies() > before);
        stage.awaitConnected(text);
        stage.discord.await(SECONDS, "its channels are reachable again", () -> stage.reached.get() > reached);
        works();
    }

    private void works() {
        assertThat(stage.send(text, "meanwhile")).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(stage.send(text, "afterwards")).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(stage.discord.messages(text)).hasSize(2);
        assertThat(stage.discord
                        .slash(stage.guild.owner(), text, "ping", Map.of())
                        .answer()
                        .text())
                .contains("pong");
    }

    @Test
    void aCutConnectionIsResumed() {
        recovers(FakeGateway::cut);
        assertThat(stage.discord.line().identifies()).isEqualTo(1);
    }

    @Test
    void anInvalidSessionIsBegunAnew() {
        recovers(line -> line.invalidSession(false));
        assertThat(stage.discord.line().identifies()).isEqualTo(2);
    }

    @Test
    void aReconnectThatTheServerAsksForIsMade() {
        recovers(FakeGateway::reconnect);
    }

    @Test
    void aZombieIsFoundOut() {
        stage.discord.await(SECONDS, "heartbeats", () -> stage.discord.line().heartbeats() > 1);
        recovers(FakeGateway::goSilent);
    }

    @Test
    void aForgottenSessionIsBegunAnew() {
        recovers(line -> {
            line.cut();
            line.forgetSessions();
        });
    }

    @Test
    void whileNoConnectionIsTakenNoticesArriveAllTheSame() {
        stage.discord.line().refuseConnections(true);
        stage.discord.line().cut();
        stage.discord.await(
                SECONDS, "nobody on the line", () -> stage.discord.line().connected() == 0);

        assertThat(stage.send(text, "meanwhile")).isInstanceOf(DeliveryResult.Delivered.class);
        stage.discord.line().refuseConnections(false);
        stage.awaitConnected(text);
        works();
    }

    @Test
    void withTheSessionLostAndNoConnectionTakenNoticesArriveAllTheSame() {
        stage.discord.line().refuseConnections(true);
        stage.discord.line().invalidSession(false);
        stage.discord.await(SECONDS, "the cache is empty", () -> !stage.sees(text));

        assertThat(stage.send(text, "meanwhile")).isInstanceOf(DeliveryResult.Delivered.class);
        stage.discord.line().refuseConnections(false);
        stage.awaitConnected(text);
        works();
    }

    @Test
    void atAStartWithoutTheApiItIsTriedAgain() throws Exception {
        stage.discord.script().onEverything().lasting(Duration.ofSeconds(2)).status(500);
        stage.reopen(stage.discord.token());

        stage.awaitConnected(text);
        assertThat(stage.send(text, "meanwhile")).isInstanceOf(DeliveryResult.Delivered.class);
        works();
    }
}
