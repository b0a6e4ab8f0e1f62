package dev.tocsin.chat.console;

import dev.tocsin.command.Caller;
import dev.tocsin.command.Desk;
import dev.tocsin.command.Role;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.engine.Channel;
import dev.tocsin.engine.Outgoing;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Chat at the terminal: a prompt where there is one, lines otherwise. Whoever types here runs the process and so is an
 * admin. Safe for use by many threads.
 */
public final class ConsoleChat implements Channel, AutoCloseable {
    /** The one channel. */
    public static final ChannelRef MAIN = new ChannelRef("console", "main");

    private static final int CANDIDATES = 40;

    private final CompletableFuture<Desk> desk = new CompletableFuture<>();
    private final AtomicLong numbers = new AtomicLong();
    private final String user;
    private final Supplier<ZoneId> zone;
    private final Function<Completer, Screen> screens;
    private volatile Optional<Screen> screen = Optional.empty();
    private Runnable quit = () -> {};

    private ConsoleChat(String user, Supplier<ZoneId> zone, Function<Completer, Screen> screens) {
        this.user = user;
        this.zone = zone;
        this.screens = screens;
    }

    /**
     * A console over the process's own terminal, or over these streams where it has none; off until it is shown.
     *
     * @param zone local time of whoever types, asked for with each line
     */
    public static ConsoleChat open(String user, Supplier<ZoneId> zone, InputStream in, PrintStream out) {
        PlainScreen plain = new PlainScreen(in, out);
        return new ConsoleChat(
                user,
                zone,
                completer -> terminal()
                        .<Screen>map(tty -> new TerminalScreen(tty, completer))
                        .orElseGet(plain::open));
    }

    static ConsoleChat over(Supplier<Terminal> terminal, String user, Supplier<ZoneId> zone) {
        return new ConsoleChat(user, zone, completer -> new TerminalScreen(terminal.get(), completer));
    }

    /** How the console looks. */
    public enum Look {
        /** With colours, where there is a terminal. */
        COLOURED,
        PLAIN,
        /** Nothing is shown or read; notices wait. */
        OFF
    }

    /** Looks like this from now on. */
    public synchronized void show(Look look) {
        switch (look) {
            case COLOURED -> show(Screen.Colours.SHOWN);
            case PLAIN -> show(Screen.Colours.NONE);
            case OFF -> close();
        }
    }

    /**
     * Answers from now on with this desk, whenever it is shown, on a thread of its own; {@code quitting} runs when
     * somebody wants the bot to stop.
     */
    public synchronized void start(Desk answering, Runnable quitting) {
        quit = quitting;
        desk.complete(answering);
        screen.ifPresent(this::listen);
    }

    /** Shows something that is neither a notice nor an answer. */
    public void tell(Message message) {
        try {
            shown(message);
        } catch (IOException gone) {
            // Nobody reads; the bot goes on.
        }
    }

    @Override
    public String platform() {
        return MAIN.platform();
    }

    @Override
    public DeliveryResult send(ChannelRef to, Outgoing outgoing) {
        if (!to.equals(MAIN)) {
            return new DeliveryResult.Rejected("the console has one channel, " + MAIN);
        }
        try {
            shown(outgoing.message());
            return new DeliveryResult.Delivered(new Receipt("line-" + numbers.incrementAndGet()));
        } catch (IOException gone) {
            return new DeliveryResult.Deferred(Optional.empty(), String.valueOf(gone.getMessage()));
        }
    }

    @Override
    public synchronized void close() {
        Optional<Screen> before = screen;
        screen = Optional.empty();
        before.ifPresent(Screen::close);
    }

    private void show(Screen.Colours colours) {
        Screen shown = screen.orElseGet(() -> {
            Screen opened = screens.apply(this::complete);
            screen = Optional.of(opened);
            if (desk.isDone()) {
                listen(opened);
            }
            return opened;
        });
        shown.paint(colours);
    }

    private void listen(Screen shown) {
        Runnable quitting = quit;
        Thread.ofPlatform().daemon().name("tocsin-console").start(() -> {
            if (shown.read(this::answer) == Screen.Ending.QUIT) {
                quitting.run();
            }
        });
    }

    private void shown(Message message) throws IOException {
        screen.orElseThrow(() -> new IOException("the console is off")).show(message);
    }

    private Caller caller() {
        return new Caller(user, Role.ADMIN, MAIN, zone.get());
    }

    private void answer(String line) {
        tell(desk.join().answer(caller(), line));
    }

    private void complete(LineReader reader, ParsedLine line, java.util.List<Candidate> candidates) {
        if (!desk.isDone()) {
            return;
        }
        String typed = line.line().substring(0, line.cursor());
        desk.join()
                .complete(caller(), typed, CANDIDATES)
                .forEach(one -> candidates.add(new Candidate(
                        one.word(), one.word(), null, one.hint().isEmpty() ? null : one.hint(), null, null, true)));
    }

    private static Optional<Terminal> terminal() {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return Optional.empty();
        }
        try {
            Terminal terminal =
                    TerminalBuilder.builder().system(true).dumb(false).build();
            return Optional.of(terminal);
        } catch (IOException | IllegalStateException none) {
            return Optional.empty();
        }
    }
}
