package dev.tocsin.chat.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class ScreensTest {
    @Test
    void withoutATerminalLinesComeInAndTheEndOfInputIsNoReasonToStop() {
        List<String> typed = new ArrayList<>();
        PlainScreen screen = screen("/status\n\n  \n/about", new ByteArrayOutputStream());

        assertThat(screen.read(typed::add)).isEqualTo(Screen.Ending.INPUT_OVER);
        assertThat(typed).containsExactly("/status", "/about");
    }

    @Test
    void quitStops() {
        assertThat(screen("/quit\n/status\n", new ByteArrayOutputStream()).read(line -> {}))
                .isEqualTo(Screen.Ending.QUIT);
    }

    @Test
    void aMessageIsShownWholeInUtf8() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        screen("", out).show(Message.of(Tone.ALERT, "Tiranë").fact("Evidence", Line.of("3 of 3")));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("! Tiranë\n  Evidence  3 of 3\n");
    }

    @Test
    void aClosedOutputIsAnErrorAndNotALostMessage() {
        PrintStream closed = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("broken pipe");
            }
        });

        assertThatThrownBy(
                        () -> new PlainScreen(InputStream.nullInputStream(), closed).show(Message.of(Tone.INFO, "x")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void noLineIsTooWideOrHoldsControlCharacters() {
        Random random = new Random(5);
        String alphabet =
                "abc  \u0000\u001b[31m\n\r\t\u0007\u0085\u009b\u202e\u200b\u4e2d\u6587\ud83d\ude00\u0301\u00ad.";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder some = new StringBuilder();
            for (int length = random.nextInt(300); length > 0; length--) {
                some.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            holds(some.toString(), 40 + random.nextInt(90));
        }
    }

    private static void holds(String text, int width) {
        Message message = Message.of(Tone.INFO, Line.of(text).strong(text))
                .fact(text, Line.of(text))
                .and(new Block.Bullets(List.of(Line.of(text), Line.empty().code(text))))
                .and(new Block.Table(List.of("a", "b"), List.of(List.of(text, "x"))))
                .suggest(text, text);

        List<AttributedString> lines = new TextRenderer(width).render(message);

        assertThat(lines.stream()
                        .filter(line -> line.columnLength() > width
                                || line.toString().chars().anyMatch(Character::isISOControl))
                        .map(line -> line.columnLength() + " of " + width + " columns: " + escaped(line.toString())))
                .isEmpty();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(c < 127 && c > 31 ? "" + (char) c : String.format("<%04x>", c)));
        return escaped.toString();
    }

    private static PlainScreen screen(String input, ByteArrayOutputStream out) {
        return new PlainScreen(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8));
    }
}
