package dev.tocsin.chat.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.command.Caller;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Desk;
import dev.tocsin.command.Form;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Bell;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.engine.Outgoing;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

class ConsoleChatTest {
    @Test
    void aChangedTimeZoneHoldsFromTheNextLineOn() throws IOException, InterruptedException {
        AtomicReference<ZoneId> zone = new AtomicReference<>(ZoneId.of("UTC"));
        Zones desk = new Zones();
        try (PipedOutputStream typed = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(typed);
                ConsoleChat chat = ConsoleChat.open("ana", zone::get, in, nowhere())) {
            chat.show(ConsoleChat.Look.PLAIN);
            chat.start(desk, () -> {});
            type(typed);
            assertThat(desk.next()).isEqualTo(ZoneId.of("UTC"));
            zone.set(ZoneId.of("Asia/Kathmandu"));
            type(typed);
            assertThat(desk.next()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
        }
    }

    @Test
    void aTerminalThatIsTurnedOffEndsNothingAndCanBeTurnedOnAgain() throws IOException, InterruptedException {
        Zones desk = new Zones();
        List<PipedOutputStream> keyboards = new CopyOnWriteArrayList<>();
        CountDownLatch quit = new CountDownLatch(1);
        try (ConsoleChat chat = ConsoleChat.over(() -> terminal(keyboards), "ana", () -> ZoneId.of("UTC"))) {
            chat.start(desk, quit::countDown);
            assertThat(sent(chat)).as("before it is shown").isInstanceOf(DeliveryResult.Deferred.class);
            for (int i = 0; i < 3; i++) {
                chat.show(ConsoleChat.Look.COLOURED);
                chat.show(ConsoleChat.Look.PLAIN);
                assertThat(keyboards).hasSize(i + 1);
                type(keyboards.get(i));
                assertThat(desk.next()).isNotNull();
                assertThat(sent(chat)).isInstanceOf(DeliveryResult.Delivered.class);
                chat.show(ConsoleChat.Look.OFF);
                assertThat(sent(chat)).as("while it is off").isInstanceOf(DeliveryResult.Deferred.class);
            }
            assertThat(quit.await(500, TimeUnit.MILLISECONDS))
                    .as("somebody quit")
                    .isFalse();
            chat.show(ConsoleChat.Look.PLAIN);
            keyboards.getLast().write("/quit\n".getBytes(StandardCharsets.UTF_8));
            keyboards.getLast().flush();
            assertThat(quit.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void withoutATerminalLinesOfTheTimeInWhichItWasOffAreDropped() throws IOException, InterruptedException {
        Zones desk = new Zones();
        CountDownLatch quit = new CountDownLatch(1);
        try (PipedOutputStream typed = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(typed);
                ConsoleChat chat = ConsoleChat.open("ana", () -> ZoneId.of("UTC"), in, nowhere())) {
            chat.start(desk, quit::countDown);
            chat.show(ConsoleChat.Look.PLAIN);
            type(typed);
            assertThat(desk.next()).isNotNull();
            chat.show(ConsoleChat.Look.OFF);
            typed.write("/quit\n/status\n".getBytes(StandardCharsets.UTF_8));
            typed.flush();
            assertThat(quit.await(500, TimeUnit.MILLISECONDS))
                    .as("somebody quit")
                    .isFalse();
            chat.show(ConsoleChat.Look.PLAIN);
            type(typed);
            assertThat(desk.next()).isNotNull();
            assertThat(desk.zones).as("answers besides").isEmpty();
        }
    }

    private static DeliveryResult sent(ConsoleChat chat) {
        return chat.send(
                ConsoleChat.MAIN,
                new Outgoing(Message.of(Tone.INFO, "x"), "key", Optional.empty(), Manner.PLAIN, Bell.RINGS));
    }

    private static Terminal terminal(List<PipedOutputStream> keyboards) {
        try {
            PipedOutputStream keyboard = new PipedOutputStream();
            PipedInputStream in = new PipedInputStream(keyboard);
            keyboards.add(keyboard);
            return new DumbTerminal(in, OutputStream.nullOutputStream());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }

    private static void type(OutputStream to) throws IOException {
        to.write("/mute api until 14:00\n".getBytes(StandardCharsets.UTF_8));
        to.flush();
    }

    /** Notes in which zone each line was typed. */
    private static final class Zones implements Desk {
        private final BlockingQueue<ZoneId> zones = new LinkedBlockingQueue<>();

        ZoneId next() throws InterruptedException {
            return zones.poll(20, TimeUnit.SECONDS);
        }

        @Override
        public List<CommandSpec> specs() {
            return List.of();
        }

        @Override
        public Message answer(Caller caller, String line) {
            zones.add(caller.zone());
            return Message.of(Tone.INFO, line);
        }

        @Override
        public Message answer(Caller caller, Form form) {
            return answer(caller, form.line());
        }

        @Override
        public List<Candidate> complete(Caller caller, String command, String param, String begun, int most) {
            return List.of();
        }

        @Override
        public List<Candidate> complete(Caller caller, String line, int most) {
            return List.of();
        }
    }
}
