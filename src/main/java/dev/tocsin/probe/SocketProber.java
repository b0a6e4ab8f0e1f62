package dev.tocsin.probe;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.Check;
import dev.tocsin.engine.Prober;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Looks over real sockets: each look on connections of its own, blocking the calling (virtual) thread, ended by one
 * deadline whatever the other side does. Safe for use by many threads.
 */
public final class SocketProber implements Prober, AutoCloseable {
    private final Names names;
    private final HttpLook http;
    private final TcpLook tcp;
    private final LongSupplier ticker;

    /**
     * A prober that follows the system's resolvers.
     *
     * @param userAgent what HTTP looks call themselves
     * @param ticker nanoseconds, as {@link System#nanoTime()}
     */
    public SocketProber(String userAgent, LongSupplier ticker) {
        this(new Names(), userAgent, ticker);
    }

    SocketProber(Names names, String userAgent, LongSupplier ticker) {
        this.names = names;
        this.ticker = ticker;
        this.http = new HttpLook(names, userAgent);
        this.tcp = new TcpLook(names);
    }

    @Override
    public Finding look(Check check, Duration timeout) {
        PhaseClock clock = new PhaseClock(ticker);
        Deadline deadline = new Deadline(ticker, timeout);
        try {
            Outcome outcome = switch (check) {
                case Check.Http look -> http.look(look, deadline, clock);
                case Check.Tcp look -> tcp.look(look, deadline, clock);
            };
            return clock.finding(outcome);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            return clock.finding(new Outcome.Unjudged(Outcome.Reason.INTERNAL, fault.toString()));
        }
    }

    @Override
    public void close() {
        http.close();
        names.close();
    }
}
