package dev.tocsin.chat.console;

import dev.tocsin.core.message.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jline.utils.AttributedString;

/** Lines in, lines out, without a terminal: for pipes and services. UTF-8. */
final class PlainScreen implements Screen {
    private static final int WIDTH = 120;

    private final InputStream in;
    private final PrintStream out;
    private final TextRenderer renderer = new TextRenderer(WIDTH);

    PlainScreen(InputStream in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    @Override
    public synchronized void show(Message message) throws IOException {
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

    @Override
    public Ending read(Consumer<String> line) {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        try {
            for (String typed = reader.readLine(); typed != null; typed = reader.readLine()) {
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
    public void close() {
        // The streams are the process's, not ours.
    }
}
