package dev.tocsin.chat.console;

import dev.tocsin.core.message.Message;
import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** A prompt: completion, history, and messages printed above the line that is being typed. */
final class TerminalScreen implements Screen {
    static final String PROMPT = "tocsin> ";

    private final Terminal terminal;
    private final LineReader reader;
    private volatile Colours colours = Colours.NONE;
    private volatile boolean closed;

    TerminalScreen(Terminal terminal, Completer completer) {
        this.terminal = terminal;
        this.reader = LineReaderBuilder.builder()
                .appName("tocsin")
                .terminal(terminal)
                .completer(completer)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.AUTO_FRESH_LINE, true)
                .build();
    }

    @Override
    public synchronized void show(Message message) throws IOException {
        ensureOpen();
        List<AttributedString> lines = new TextRenderer(terminal.getSize().getColumns()).render(message);
        AttributedStringBuilder all = new AttributedStringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            all.append(i == 0 ? "" : "\n");
            all.append(
                    colours == Colours.SHOWN
                            ? lines.get(i)
                            : new AttributedString(lines.get(i).toString()));
        }
        try {
            reader.printAbove(all.toAttributedString());
            terminal.flush();
        } catch (IOError | UncheckedIOException gone) {
            throw new IOException("the terminal is gone", gone);
        }
        ensureOpen();
    }

    @Override
    public Ending read(Consumer<String> line) {
        while (true) {
            try {
                String typed = reader.readLine(PROMPT);
                if (typed.strip().matches("/?(quit|exit)")) {
                    return Ending.QUIT;
                }
                if (!typed.isBlank()) {
                    line.accept(typed);
                }
            } catch (UserInterruptException interrupted) {
                if (interrupted.getPartialLine() == null
                        || interrupted.getPartialLine().isBlank()) {
                    return ending();
                }
            } catch (EndOfFileException end) {
                return ending();
            } catch (IOError | UncheckedIOException | IllegalStateException gone) {
                return Ending.INPUT_OVER;
            }
        }
    }

    @Override
    public void paint(Colours wanted) {
        colours = wanted;
    }

    @Override
    public void close() {
        closed = true;
        try {
            terminal.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Asked before and after something is shown: what went to a terminal that was closed meanwhile was not seen. */
    private void ensureOpen() throws IOException {
        if (closed) {
            throw new IOException("the console is off");
        }
    }

    private Ending ending() {
        return closed ? Ending.INPUT_OVER : Ending.QUIT;
    }
}
