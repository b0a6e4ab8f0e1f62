package dev.tocsin.chat.console;

import dev.tocsin.core.message.Message;
import java.io.IOException;
import java.util.function.Consumer;

/** Where messages are shown and lines are typed. Showing is safe from many threads; messages never mix. */
interface Screen extends AutoCloseable {
    /** Shows one message whole; throws if it cannot be shown. */
    void show(Message message) throws IOException;

    /** Reads lines until the input ends or the screen is closed; blocks. */
    Ending read(Consumer<String> line);

    /** Shows colours from now on, or none; a screen that has none anyway does nothing. */
    void paint(Colours colours);

    /** Shows and reads nothing more, and ends what reads now as if the input were over. */
    @Override
    void close();

    /** Whether colours are shown. */
    enum Colours {
        SHOWN,
        NONE
    }

    /** Why no more lines come. */
    enum Ending {
        /** Nothing more can be typed; the bot goes on. */
        INPUT_OVER,
        /** Somebody wants the bot to stop. */
        QUIT
    }
}
