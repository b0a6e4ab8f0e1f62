package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.Answer;
import dev.tocsin.chat.telegram.fake.FakeError;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.chat.telegram.fake.Rule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of polls, answers and registrations: nothing shows the token, which stands in all their addresses. */
class TokenNeverHeardTest {
    @TempDir
    Path folder;

    private InStage stage;
    private Overheard overheard;
    private String token;

    @BeforeEach
    void open() throws Exception {
        overheard = new Overheard();
        stage = new InStage(folder);
        token = stage.telegram.token();
    }

    @AfterEach
    void close() {
        stage.close();
        overheard.close();
    }

    /** Until polls, and then answers, have met it. */
    private void meet(Consumer<Rule> trouble) {
        meet(
                "getUpdates",
                () -> trouble.accept(stage.telegram.script().onEverything().always()));
        meet(
                "sendMessage",
                () -> trouble.accept(stage.telegram.script().onCalls().always()));
    }

    private void meet(String method, Runnable trouble) {
        stage.telegram.script().clear();
        stage.ask(stage.owner, stage.direct, "/about");
        int before = stage.telegram.requests(method).size();
        trouble.run();
        long said = stage.telegram.talk().says(stage.owner, stage.direct, "/status");
        assertThat(said).isPositive();
        stage.telegram.await(
                InStage.SOON,
                "calls of " + method,
                () -> stage.telegram.requests(method).size() > before);
        overheard.look();
    }

    private void nothingShows() {
        String secret = token.substring(token.indexOf(':') + 1);
        List<String> everything = new ArrayList<>(overheard.lines());
        everything.addAll(stage.heard);
        stage.memo.forEach((name, text) -> everything.add(name + " " + text));
        stage.telegram.rooms().fromBot(stage.direct.id()).stream()
                .map(Posted::text)
                .forEach(everything::add);
        assertThat(everything).hasSizeGreaterThan(50);
        assertThat(everything.stream().filter(line -> line.contains(secret))).isEmpty();
    }

    @Test
    void notInAStormOfEveryTrouble() throws Exception {
        String echo = "The address http://127.0.0.1/bot" + token + "/getUpdates was not found";
        stage.start();
        for (int status : List.of(200, 302, 404, 413, 500, 502)) {
            meet(rule -> rule.answer(Answer.page(status, echo)));
        }
        for (FakeError error : List.of(
                FakeError.UNAUTHORIZED,
                FakeError.NO_SUCH_METHOD,
                FakeError.INTERNAL,
                FakeError.OTHER_POLLER,
                FakeError.bad(echo),
                new FakeError(403, echo, Map.of()),
                new FakeError(418, echo, Map.of()),
                FakeError.tooMany(Duration.ofSeconds(1)))) {
            meet(rule -> rule.error(error));
        }
        meet(rule -> rule.answer(Answer.words(200, "{\"ok\":true,\"res")));
        meet(rule -> rule.answer(Answer.words(502, "bot" + token)));
        meet(Rule::cutBefore);
        meet(Rule::cutAfter);
        stage.telegram.script().clear();
        stage.ask(stage.owner, stage.direct, "/about");
        stage.telegram.goDown();
        stage.restart();
        stage.telegram.comeBack();
        stage.ask(stage.owner, stage.direct, "/about");
        stage.stop();

        nothingShows();
    }

    @Test
    void notWhereTlsFails() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                LogNote failed = new LogNote("SSL")) {
            Thread server = Thread.ofVirtual().start(() -> refuse(plain));
            stage.start("https://127.0.0.1:" + plain.getLocalPort());
            stage.telegram.await(InStage.SOON, "failures", () -> failed.count() >= 2);
            overheard.look();
            stage.stop();
            assertThat(server.isAlive()).isTrue();
        }

        nothingShows();
    }

    /** Answers everybody in plain words. */
    private static void refuse(ServerSocket plain) {
        while (!plain.isClosed()) {
            try (Socket client = plain.accept()) {
                client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                // The next one, or none.
            }
        }
    }
}
