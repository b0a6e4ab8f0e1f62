package dev.tocsin.probe;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Echoes over one socket of the system. Whoever asks sends by itself, which never blocks; one thread, owned by this,
 * waits for what comes in and hands it to whoever waits for it.
 */
final class IcmpExchange implements IcmpSocket {
    /** On loopback answers arrive within the sending: who sends must receive too, or the socket overflows. */
    private static final int UNREAD = 64;

    /** Sending may report what came back about an earlier echo instead, which is over once it is told. */
    private static final int TRIES = 4;

    private final IcmpFamily family;
    private final IcmpDescriptor descriptor;
    private final LongSupplier ticker;
    private final IcmpDescriptor.Kind kind;
    private final int id;
    private final IcmpWaiting waiting;
    private final ReentrantLock sending = new ReentrantLock();
    private final ReentrantLock receiving = new ReentrantLock();
    private final Thread receiver;
    private int unread;
    private volatile boolean closed;

    private IcmpExchange(IcmpFamily family, IcmpDescriptor.Kind kind, IcmpDescriptor descriptor, LongSupplier ticker) {
        SecureRandom random = new SecureRandom();
        this.family = family;
        this.kind = kind;
        this.descriptor = descriptor;
        this.ticker = ticker;
        this.id = random.nextInt(1 << 16);
        this.waiting = new IcmpWaiting(random::nextLong);
        this.receiver = Thread.ofPlatform()
                .daemon()
                .name("icmp-" + family.name().toLowerCase(Locale.ROOT))
                .unstarted(this::receive);
    }

    /** An exchange over such a socket; empty where this system does not allow one. */
    static Optional<IcmpSocket> open(IcmpFamily family, IcmpDescriptor.Kind kind, LongSupplier ticker)
            throws IcmpTrouble {
        if (!System.getProperty("os.name", "").equals("Linux")
                || !System.getProperty("sun.arch.data.model", "64").equals("64")) {
            return Optional.empty();
        }
        try {
            Optional<IcmpDescriptor> descriptor = IcmpDescriptor.open(family, kind);
            return descriptor.map(socket -> {
                IcmpExchange exchange = new IcmpExchange(family, kind, socket, ticker);
                exchange.receiver.start();
                return exchange;
            });
        } catch (LinkageError | IllegalCallerException noNativeAccess) {
            return Optional.empty();
        }
    }

    @Override
    public CompletableFuture<IcmpAnswer> echo(InetAddress to, Duration patience) throws IcmpTrouble {
        IcmpWaiting.Entry entry = waiting.enter(to);
        try {
            int errno = send(entry);
            if (errno != IcmpErrno.NONE) {
                entry.answer()
                        .complete(new IcmpAnswer.Refused(IcmpErrno.unreachable(errno)
                                .orElseThrow(() -> new IcmpTrouble("ICMP cannot be sent: " + IcmpErrno.text(errno)))));
            }
            return entry.answer();
        } catch (IcmpTrouble ours) {
            entry.answer().cancel(false);
            throw ours;
        }
    }

    @Override
    public void close() {
        sending.lock();
        try {
            if (!closed) {
                closed = true;
                descriptor.wake();
            }
        } finally {
            sending.unlock();
        }
        try {
            receiver.join(Duration.ofSeconds(2));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private int send(IcmpWaiting.Entry entry) throws IcmpTrouble {
        byte[] request = entry.echo(id).request(family);
        boolean full;
        int errno = IcmpErrno.EAGAIN;
        sending.lock();
        try {
            for (int i = 0; i < TRIES && errno != IcmpErrno.NONE; i++) {
                if (closed) {
                    throw new IcmpTrouble("the prober is closed");
                }
                entry.sentAt(ticker.getAsLong());
                errno = descriptor.send(request, entry.to());
            }
            unread = (unread + 1) % UNREAD;
            full = unread == 0;
        } finally {
            sending.unlock();
        }
        if (full) {
            drain();
        }
        return errno;
    }

    private void receive() {
        try {
            while (!closed) {
                descriptor.await();
                drain();
            }
        } finally {
            finish();
        }
    }

    private void drain() {
        receiving.lock();
        try {
            Optional<IcmpPacket> packet = next();
            while (packet.isPresent()) {
                settle(packet.get());
                packet = next();
            }
        } finally {
            receiving.unlock();
        }
    }

    private Optional<IcmpPacket> next() {
        return closed ? Optional.empty() : descriptor.receive();
    }

    private void settle(IcmpPacket packet) {
        switch (packet) {
            case IcmpPacket.Reply(IcmpEcho echo)
            when isOurs(echo.id()) ->
                waiting.answeredBy(echo)
                        .ifPresent(entry -> entry.answer()
                                .complete(new IcmpAnswer.Echoed(Duration.ofNanos(ticker.getAsLong() - entry.sent()))));
            case IcmpPacket.Refusal refusal
            when isOurs(refusal.id()) ->
                waiting.refusedBy(refusal)
                        .ifPresent(entry -> entry.answer().complete(new IcmpAnswer.Refused(refusal.why())));
            case IcmpPacket.Reply anothers -> {}
            case IcmpPacket.Refusal anothers -> {}
            case IcmpPacket.Foreign foreign -> {}
        }
    }

    /** The id of a datagram socket is the kernel's, who hands over nothing that is not ours. */
    private boolean isOurs(int seen) {
        return kind == IcmpDescriptor.Kind.DATAGRAM || seen == id;
    }

    private void finish() {
        sending.lock();
        receiving.lock();
        try {
            closed = true;
            descriptor.close();
        } finally {
            receiving.unlock();
            sending.unlock();
        }
        waiting.forEach(entry -> entry.answer().completeExceptionally(new IcmpTrouble("the prober is closed")));
    }
}
