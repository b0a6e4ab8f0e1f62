package dev.tocsin.chat.console;

import dev.tocsin.core.message.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jline.utils.AttributedString;

/**
 * Lines in, lines out, without a terminal: for pipes and services. UTF-8. It may be opened again after it was closed;
 * a line that is typed meanwhile is dropped, since a read that waits for one cannot be called off.
 */
final class PlainScreen implements Screen {
    private static final int WIDTH = 120;

    private final InputStream in;
    private final PrintStream out;
    private final TextRenderer renderer = new TextRenderer(WIDTH);
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile boolean closed;

    PlainScreen(InputStream in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /** This screen, open. */
    PlainScreen open() {
        closed = false;
        return this;
    }

    @Override
    public synchronized void show(Message message) throws IOException {
        if (closed) {
            throw new IOException("the console is off");
        }
        StringBuilder text = new StringBuilder();
        for (AttributedString line : renderer.render(message)) {
            text.append(line).append('\n');
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        if (out.checkError()) {
            throw new IOException("standard output is closed");
        }
    }

    /** The first caller reads, for as long as there is input, whether or not the screen is closed in between. */
    @Override
    public Ending read(Consumer<String> line) {
        if (!reading.compareAndSet(false, true)) {
            return Ending.INPUT_OVER;
        }
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        try {
            for (String typed = reader.readLine(); typed != null; typed = reader.readLine()) {
                if (closed) {
                    continue;
                }
                if (typed.strip().matches("/?(quit|exit)")) {
                    return Ending.QUIT;
                }
                if (!typed.isBlank()) {
                    line.accept(typed);
                }
            }
        } catch (IOException closed) {
            return Ending.INPUT_OVER;
        }
        return Ending.INPUT_OVER;
    }

    @Override
    public void paint(Colours colours) {
        // Lines have none.
    }

    /** Leaves the streams alone, which are the process's. */
    @Override
    public void close() {
        closed = true;
    }
}
