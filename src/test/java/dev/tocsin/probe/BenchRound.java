package dev.tocsin.probe;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * What one round of one exchange gave.
 *
 * @param slowest of the exchanges that succeeded, in milliseconds
 * @param bytes allocated for each, by the whole process
 * @param cpuMicros for each, of this process alone
 */
record BenchRound(double perSecond, double bytes, double cpuMicros, double slowest, long failed) {
    private static final int IN_FLIGHT = 64;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** One exchange; whether it went as it should. */
    interface Exchange {
        boolean succeeds() throws Exception;
    }

    /** Repeats an exchange for so long, many at a time. */
    static BenchRound run(Exchange exchange, Duration length) throws InterruptedException {
        Tally tally = new Tally();
        long bytes = THREADS.getTotalThreadAllocatedBytes();
        long cpu = SYSTEM.getProcessCpuTime();
        long began = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < IN_FLIGHT; i++) {
            threads.add(Thread.ofVirtual().start(() -> tally.repeat(exchange, began + length.toNanos())));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double count = Math.max(1, tally.done.sum());
        return new BenchRound(
                count * 1e9 / (System.nanoTime() - began),
                (THREADS.getTotalThreadAllocatedBytes() - bytes) / count,
                (SYSTEM.getProcessCpuTime() - cpu) / count / 1e3,
                tally.slowest.get() / 1e6,
                tally.failed.sum());
    }

    private static final class Tally {
        private final LongAdder done = new LongAdder();
        private final LongAdder failed = new LongAdder();
        private final AtomicLong slowest = new AtomicLong();

        void repeat(Exchange exchange, long until) {
            long began = System.nanoTime();
            while (began < until) {
                try {
                    (exchange.succeeds() ? done : failed).increment();
                } catch (Exception broken) {
                    failed.increment();
                    System.err.println("A benchmark's exchange broke: " + broken);
                }
                long now = System.nanoTime();
                slowest.accumulateAndGet(now - began, Math::max);
                began = now;
            }
        }
    }
}
