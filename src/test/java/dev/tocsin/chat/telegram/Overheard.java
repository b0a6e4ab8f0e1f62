package dev.tocsin.chat.telegram;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;

/** All that is logged at any level, by either way of logging, printed, and said by names of threads. */
final class Overheard implements AutoCloseable {
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final java.util.logging.Logger JUL =
            LogManager.getLogManager().getLogger("");

    /** The server that the fake stands on; it logs what it is asked. */
    private static final String FAKE = "com.sun.net.httpserver";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Level before = ROOT.getLevel();
    private final java.util.logging.Level julBefore = JUL.getLevel();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Set<String> threads = ConcurrentHashMap.newKeySet();
    private final Listener listener = new Listener();

    private static final class Listener extends Handler {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            if (String.valueOf(record.getLoggerName()).startsWith(FAKE)) {
                return;
            }
            lines.add(record.getLoggerName() + " " + record.getMessage() + " " + record.getThrown() + " "
                    + Arrays.toString(record.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    Overheard() {
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        log.start();
        ROOT.addAppender(log);
        ROOT.setLevel(Level.TRACE);
        JUL.addHandler(listener);
        JUL.setLevel(java.util.logging.Level.ALL);
    }

    /** Takes down the names that threads have now. */
    void look() {
        Thread.getAllStackTraces().keySet().forEach(thread -> threads.add("thread " + thread.getName()));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(threads);
        lines.addAll(listener.lines);
        lines.add(printed.toString(StandardCharsets.UTF_8));
        for (ILoggingEvent event : List.copyOf(log.list)) {
            if (event.getLoggerName().startsWith(FAKE)) {
                continue;
            }
            String thrown =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            lines.add(event.getLoggerName() + " " + event.getThreadName() + " " + event.getFormattedMessage() + " "
                    + thrown);
        }
        return lines;
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        ROOT.detachAppender(log);
        ROOT.setLevel(before);
        JUL.removeHandler(listener);
        JUL.setLevel(julBefore);
    }
}
