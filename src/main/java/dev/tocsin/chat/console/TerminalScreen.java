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
    private final Colours colours;

    /** Whether colours are shown. */
    enum Colours {
        SHOWN,
        NONE
    }

    TerminalScreen(Terminal terminal, Completer completer, Colours colours) {
        this.terminal = terminal;
        this.colours = colours;
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
                    return Ending.QUIT;
                }
            } catch (EndOfFileException end) {
                return Ending.QUIT;
            } catch (IOError | UncheckedIOException | IllegalStateException gone) {
                return Ending.INPUT_OVER;
            }
        }
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
