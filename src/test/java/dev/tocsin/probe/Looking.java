package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.TlsLibrary;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks for tests, none of which may outlast its deadline by a second, and what their outcomes say. */
final class Looking implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final SocketProber prober;

    Looking() {
        this(TlsLibrary.SYSTEM);
    }

    Looking(TlsLibrary library) {
        prober = Probers.trusting(Certificates.authorities(), library);
    }

    /** A look with all the time a busy machine may need. */
    Finding look(Check check) {
        return look(check, Duration.ofSeconds(20));
    }

    Finding look(Check check, Duration timeout) {
        long began = System.nanoTime();
        Finding finding = prober.look(check, Reach.ANYWHERE, timeout);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(timeout.plus(GRACE));
        return finding;
    }

    /** {@code up}, or the phase, the code and the detail of what is wrong. */
    static String said(Finding finding) {
        return switch (finding.outcome()) {
            case Outcome.Up() -> "up";
            case Outcome.Degraded(Failure flaw) -> "degraded " + said(flaw);
            case Outcome.Down(Failure failure) -> said(failure);
            case Outcome.Unjudged(Outcome.Reason reason, String detail) -> reason + " " + detail;
        };
    }

    private static String said(Failure failure) {
        return (failure.phase() + " " + failure.kind().code() + " " + failure.detail()).strip();
    }

    /** Sends these bytes over and over, one every tenth of a second. */
    static void drip(OutputStream out, byte[] bytes) throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; !never.await(100, TimeUnit.MILLISECONDS); i++) {
            out.write(bytes[i % bytes.length]);
            out.flush();
        }
    }

    static void waitForEver() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @Override
    public void close() {
        prober.close();
    }
}
