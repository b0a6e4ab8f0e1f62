package dev.tocsin.chat.telegram;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Counts what is logged with some words in it. */
final class LogNote implements AutoCloseable {
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final String words;

    LogNote(String words) {
        this.words = words;
        log.start();
        ROOT.addAppender(log);
    }

    long count() {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getFormattedMessage().contains(words))
                .count();
    }

    @Override
    public void close() {
        ROOT.detachAppender(log);
    }
}
