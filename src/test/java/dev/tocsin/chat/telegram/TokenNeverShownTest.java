package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.tocsin.chat.telegram.fake.Answer;
import dev.tocsin.chat.telegram.fake.FakeError;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.target.Secret;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The token is a part of every address: nothing that the bot logs, prints, says or keeps of a failure shows it. */
class TokenNeverShownTest {
    private final List<String> said = new ArrayList<>();
    private final List<String> jul = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final java.util.logging.Logger root = LogManager.getLogManager().getLogger("");
    private final java.util.logging.Level before = root.getLevel();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            jul.add(record.getLoggerName() + " " + record.getMessage() + " " + record.getThrown() + " "
                    + Arrays.toString(record.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        root.addHandler(handler);
        stage = new Stage();
        ((Logger) LoggerFactory.getLogger("okhttp3")).setLevel(Level.TRACE);
    }

    @AfterEach
    void close() {
        System.setOut(out);
        System.setErr(err);
        root.removeHandler(handler);
        root.setLevel(before);
        stage.close();
    }

    private void meet(Runnable trouble) {
        trouble.run();
        Message message = Message.of(Tone.ALERT, "api is down").and(new Block.Document("a.txt", "a"));
        DeliveryResult sent = stage.send(stage.direct, message);
        said.add(sent.toString());
        said.add(stage.send(stage.group).toString());
        var receipt = new Receipt(stage.direct.id() + "/1");
        said.add(stage.amend(stage.direct, receipt, Message.of(Tone.INFO, "n " + said.size()))
                .toString());
        stage.telegram.script().clear();
        stage.pass(Duration.ofHours(2));
    }

    private void all(FakeError error) {
        stage.telegram.script().onEverything().always().error(error);
    }

    @Test
    void notInAStormOfEveryTrouble() throws Exception {
        String token = stage.telegram.token();
        String echo = "The address http://127.0.0.1/bot" + token + "/sendMessage was not found";
        meet(() -> {});
        for (int status : List.of(200, 302, 404, 413, 500, 502)) {
            meet(() -> stage.telegram.script().onEverything().always().answer(Answer.page(status, echo)));
        }
        for (FakeError error : List.of(
                FakeError.UNAUTHORIZED,
                FakeError.NO_SUCH_METHOD,
                FakeError.INTERNAL,
                FakeError.BLOCKED,
                FakeError.CHAT_NOT_FOUND,
                FakeError.bad(echo),
                FakeError.unparsable(echo),
                new FakeError(403, echo, Map.of()),
                new FakeError(418, echo, Map.of()),
                FakeError.tooMany(Duration.ofSeconds(3)))) {
            meet(() -> all(error));
        }
        meet(() -> stage.telegram.script().onEverything().always().cutBefore());
        meet(() -> stage.telegram.script().onEverything().always().cutAfter());
        meet(() -> stage.telegram.script().onEverything().times(1).late(Duration.ofMinutes(5)));
        stage.telegram.goDown();
        meet(() -> {});
        stage.telegram.comeBack();
        stage.closeChat();
        meet(() -> {});

        assertThat(stage.logged()).as("something was logged").isNotEmpty();
        assertThat(said).as("everything that was answered").hasSizeGreaterThan(60);
        List<String> everything = new ArrayList<>(stage.logged());
        everything.addAll(jul);
        everything.addAll(said);
        everything.addAll(stage.troubles);
        everything.add(printed.toString(StandardCharsets.UTF_8));
        String secret = token.substring(token.indexOf(':') + 1);
        assertThat(everything).noneMatch(line -> line.contains(secret));
        assertThat(new TelegramChat.Terms(new Secret(token), Optional.empty(), Set.of()).toString())
                .doesNotContain(secret);
    }

    @Test
    void noThreadIsLeftAfterwards() {
        stage.closeChat();
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        stage.reopen(stage.telegram.token());
        stage.sent(stage.direct);
        stage.closeChat();

        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !thread.isDaemon() && !before.contains(thread))
                        .map(Thread::getName))
                .noneMatch(name -> name.matches("(?i).*(OkHttp|telegram).*"));
    }
}
