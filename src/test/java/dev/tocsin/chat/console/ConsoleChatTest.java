package dev.tocsin.chat.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.command.Caller;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Desk;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ConsoleChatTest {
    @Test
    void aChangedTimeZoneHoldsFromTheNextLineOn() throws IOException, InterruptedException {
        AtomicReference<ZoneId> zone = new AtomicReference<>(ZoneId.of("UTC"));
        Zones desk = new Zones();
        try (PipedOutputStream typed = new PipedOutputStream();
                PipedInputStream in = new PipedInputStream(typed);
                ConsoleChat chat = ConsoleChat.open(
                        "ana",
                        zone::get,
                        in,
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))) {
            chat.show(ConsoleChat.Look.PLAIN);
            chat.start(desk, () -> {});
            type(typed);
            assertThat(desk.next()).isEqualTo(ZoneId.of("UTC"));
            zone.set(ZoneId.of("Asia/Kathmandu"));
            type(typed);
            assertThat(desk.next()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
        }
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
        public List<Candidate> complete(Caller caller, String line, int most) {
            return List.of();
        }
    }
}
