package dev.tocsin.probe;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The echoes whose answers are awaited, by sequence. Safe for use by many threads. */
final class IcmpWaiting {
    private static final int SEQUENCES = 1 << 16;

    private final LongSupplier tokens;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, Entry> entries = new ConcurrentHashMap<>();

    /** Tokens are to be unguessable. */
    IcmpWaiting(LongSupplier tokens) {
        this.tokens = tokens;
    }

    /** One echo; {@code sent} is set by whoever sends it. */
    static final class Entry {
        private final int sequence;
        private final long token;
        private final InetAddress to;
        private final CompletableFuture<IcmpAnswer> answer = new CompletableFuture<>();
        private volatile long sent;

        private Entry(int sequence, long token, InetAddress to) {
            this.sequence = sequence;
            this.token = token;
            this.to = to;
        }

        IcmpEcho echo(int id) {
            return new IcmpEcho(id, sequence, token);
        }

        InetAddress to() {
            return to;
        }

        CompletableFuture<IcmpAnswer> answer() {
            return answer;
        }

        void sentAt(long tick) {
            sent = tick;
        }

        long sent() {
            return sent;
        }
    }

    /** An entry that leaves as soon as its answer is complete or cancelled. */
    Entry enter(InetAddress to) throws IcmpTrouble {
        for (int i = 0; i < SEQUENCES; i++) {
            int sequence = last.incrementAndGet() & 0xffff;
            Entry entry = new Entry(sequence, tokens.getAsLong(), to);
            if (entries.putIfAbsent(sequence, entry) == null) {
                entry.answer.whenComplete((answer, failed) -> entries.remove(sequence, entry));
                return entry;
            }
        }
        throw new IcmpTrouble("too many echoes are without an answer");
    }

    Optional<Entry> answeredBy(IcmpEcho echo) {
        return Optional.ofNullable(entries.get(echo.sequence())).filter(entry -> entry.token == echo.token());
    }

    /** The token counts where it was quoted; else where the echo was going. */
    Optional<Entry> refusedBy(IcmpPacket.Refusal refusal) {
        return Optional.ofNullable(entries.get(refusal.sequence()))
                .filter(entry ->
                        refusal.token().map(token -> token == entry.token).orElse(true)
                                && refusal.to().equals(entry.to));
    }

    void forEach(Consumer<Entry> use) {
        entries.values().forEach(use);
    }

    int size() {
        return entries.size();
    }
}
