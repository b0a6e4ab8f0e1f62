package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.Exchange;
import dev.tocsin.chat.discord.fake.Guild;
import dev.tocsin.chat.discord.fake.Posted;
import dev.tocsin.chat.discord.fake.TooMany;
import dev.tocsin.command.Caller;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Desk;
import dev.tocsin.command.Form;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Discord hears a first word within a second, whatever the desk is doing. */
class AcknowledgeTest {
    private static final Duration WITHIN = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private DiscordStage stage;
    private final CountDownLatch busy = new CountDownLatch(1);
    private Supplier<Message> answer = () -> Message.of(Tone.INFO, "at last").suggest("Again", "/status");

    /** Stands still until it is let go. */
    private final class BusyDesk implements Desk {
        private final List<CommandSpec> specs = stage.specs();

        @Override
        public List<CommandSpec> specs() {
            return specs;
        }

        @Override
        public Message answer(Caller caller, String line) {
            return waited(() -> answer.get());
        }

        @Override
        public Message answer(Caller caller, Form form) {
            return waited(() -> answer.get());
        }

        @Override
        public List<Candidate> complete(Caller caller, String command, String param, String begun, int most) {
            return waited(() -> List.of(new Candidate("portal", "")));
        }

        @Override
        public List<Candidate> complete(Caller caller, String line, int most) {
            return waited(List::of);
        }

        private <T> T waited(Supplier<T> then) {
            try {
                busy.await();
                return then.get();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(closing);
            }
        }
    }

    @BeforeEach
    void open() throws Exception {
        stage = new DiscordStage(folder);
        stage.start(stage.terms(), new BusyDesk());
    }

    @AfterEach
    void close() {
        busy.countDown();
        stage.close();
    }

    @Test
    void aCommandIsAnsweredLaterInThePlaceOfTheFirstWord() {
        Exchange exchange = stage.type(stage.anybody, "/status");

        assertThat(exchange.acknowledgedAfter()).isLessThan(WITHIN);
        assertThat(exchange.type()).isEqualTo(Exchange.Callback.DEFERRED_MESSAGE);
        assertThat(exchange.answers()).isEmpty();
        busy.countDown();
        assertThat(exchange.answer().text()).contains("at last", "do:/status");
        assertThat(exchange.answers()).hasSize(1);
        assertThat(exchange.answer().isEphemeral()).isFalse();
    }

    @Test
    void anAdminsAnswerIsForThemAloneFromTheFirstWordOn() {
        Exchange exchange = stage.type(stage.admin, "/admin");

        assertThat(exchange.acknowledgedAfter()).isLessThan(WITHIN);
        assertThat(exchange.isEphemeral()).isTrue();
        busy.countDown();
        assertThat(exchange.answer().isEphemeral()).isTrue();
        assertThat(exchange.answer().text()).contains("at last");
    }

    @Test
    void anErrorThatComesLateIsForTheAskerAlone() {
        answer = () -> Message.of(Tone.ERROR, "that went wrong");
        Exchange exchange = stage.type(stage.anybody, "/status");
        assertThat(exchange.type()).isEqualTo(Exchange.Callback.DEFERRED_MESSAGE);

        busy.countDown();

        Posted told = exchange.answer();
        assertThat(told.text()).contains("that went wrong");
        assertThat(told.isEphemeral()).isTrue();
        assertThat(stage.discord.messages(stage.channel)).isEmpty();
    }

    @Test
    void aSuggestionThatTakesTooLongIsNone() {
        Exchange exchange =
                stage.discord.autocomplete(stage.anybody, stage.channel, "why", Map.of("name", "po"), "name");

        assertThat(exchange.acknowledgedAfter()).isLessThan(WITHIN);
        assertThat(exchange.choices()).isEmpty();
    }

    @Test
    void aSheetIsAcknowledgedToo() {
        Exchange exchange = stage.discord.modal(
                stage.admin, stage.channel, "fill:/note incident=1", Map.of("source", "ministry", "text", "cut"));

        assertThat(exchange.acknowledgedAfter()).isLessThan(WITHIN);
        busy.countDown();
        assertThat(exchange.answer().text()).contains("at last");
    }

    @Test
    void aCommandIsAcknowledgedWhileOthersWait() {
        for (int i = 0; i < 20; i++) {
            assertThat(stage.type(stage.anybody, "/status").acknowledgedAfter()).isLessThan(Duration.ofSeconds(2));
        }
        Exchange exchange = stage.type(stage.anybody, "/status");

        assertThat(exchange.acknowledgedAfter()).isLessThan(WITHIN);
    }

    @Test
    void anAnswerDoesNotWaitBehindMessagesThatHaveTo() {
        busy.countDown();
        stage.discord.script().onMessages().always().tooMany(TooMany.global(Duration.ofSeconds(30)));
        Guild joined = stage.discord.stranger("Joined");
        joined.text("general");
        stage.discord.join(joined);
        stage.discord.await(
                Exchange.PATIENCE,
                "a message that has to wait",
                () -> !stage.discord
                        .requests("POST", "/channels/{channel}/messages")
                        .isEmpty());

        Exchange exchange = stage.type(stage.anybody, "/status");

        assertThat(exchange.acknowledgedAfter()).isLessThan(WITHIN);
        assertThat(exchange.answer().text()).contains("at last");
    }

    @Test
    void aFaultOfTheDesksIsAnAnswer() {
        Exchange exchange = stage.type(stage.anybody, "/status");
        assertThat(exchange.type()).isEqualTo(Exchange.Callback.DEFERRED_MESSAGE);
        answer = () -> {
            throw new IllegalStateException("a fault");
        };

        busy.countDown();

        assertThat(exchange.answer().text()).contains("fault of the bot");
        assertThat(exchange.answer().isEphemeral()).isTrue();
    }
}
