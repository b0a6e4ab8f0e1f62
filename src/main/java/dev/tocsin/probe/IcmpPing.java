package dev.tocsin.probe;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Echoes by the system's {@code ping}, one process each. Its output differs from system to system, so that only its
 * exit code is read; the round trip is the time it ran, a few milliseconds too long.
 */
final class IcmpPing implements IcmpSocket {
    private static final int AT_ONCE = 32;
    private static final Duration TRIAL = Duration.ofSeconds(1);

    private final Path program;
    private final LongSupplier ticker;
    private final Semaphore permits = new Semaphore(AT_ONCE);

    private IcmpPing(Path program, LongSupplier ticker) {
        this.program = program;
        this.ticker = ticker;
    }

    /** The first {@code ping} in these directories, separated as in PATH, that works on loopback. */
    static Optional<IcmpSocket> find(IcmpFamily family, String path, LongSupplier ticker) {
        InetAddress loopback = InetAddress.ofLiteral(family == IcmpFamily.V4 ? "127.0.0.1" : "::1");
        return Stream.of(path.split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, "ping"))
                .filter(Files::isExecutable)
                .map(program -> new IcmpPing(program, ticker))
                .filter(ping -> ping.works(loopback))
                .<IcmpSocket>map(ping -> ping)
                .findFirst();
    }

    @Override
    public CompletableFuture<IcmpAnswer> echo(InetAddress to, Duration patience) throws IcmpTrouble {
        if (!permitted(patience)) {
            throw new IcmpTrouble("too many pings at once");
        }
        long began = ticker.getAsLong();
        Process process;
        try {
            process = start(to, patience);
        } catch (IOException failed) {
            permits.release();
            throw new IcmpTrouble("ping cannot be started: " + failed.getMessage());
        }
        CompletableFuture<IcmpAnswer> answer = new CompletableFuture<>();
        process.onExit().thenAccept(ended -> {
            permits.release();
            settle(answer, ended.exitValue(), Duration.ofNanos(ticker.getAsLong() - began));
        });
        answer.whenComplete((known, failed) -> process.destroyForcibly());
        return answer;
    }

    /** Each ping ends by itself. */
    @Override
    public void close() {}

    private static void settle(CompletableFuture<IcmpAnswer> answer, int code, Duration took) {
        switch (code) {
            case 0 -> answer.complete(new IcmpAnswer.Echoed(took));
            case 1 -> answer.complete(new IcmpAnswer.Lost());
            case 2 -> answer.complete(new IcmpAnswer.Refused("ping cannot reach it from here"));
            default -> answer.completeExceptionally(new IcmpTrouble("ping ended with " + code));
        }
    }

    private boolean works(InetAddress loopback) {
        try {
            Process process = start(loopback, TRIAL);
            boolean ended = process.waitFor(TRIAL.toMillis() * 3, TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() <= 1;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Process start(InetAddress to, Duration patience) throws IOException {
        long seconds = Math.max(1, patience.plusMillis(999).toSeconds());
        return new ProcessBuilder(List.of(program.toString(), "-n", "-q", "-c1", "-W" + seconds, to.getHostAddress()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private boolean permitted(Duration patience) {
        try {
            return permits.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
