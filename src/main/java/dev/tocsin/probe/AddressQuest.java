package dev.tocsin.probe;

import dev.tocsin.core.observe.FailureKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Asks for a name's addresses of both families at once. As soon as one family has brought addresses, the other has only a
 * little longer (RFC 8305, 3): a name server that never answers for one does not hold up the look.
 */
final class AddressQuest {
    /** RFC 8305's "resolution delay". */
    private static final Duration GRACE = Duration.ofMillis(50);

    private final DnsExchange.Way way;
    private final Name name;
    private final Deadline deadline;
    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();

    AddressQuest(DnsExchange.Way way, Name name, Deadline deadline) {
        this.way = way;
        this.name = name;
        this.deadline = deadline;
    }

    /** What came of the question for one type. */
    private record Reply(int type, List<InetAddress> addresses, Optional<IOException> trouble) {}

    /** A fault of ours, on its way to the look's own thread. */
    private static final class Fault extends IOException {
        private static final long serialVersionUID = 1L;

        Fault(RuntimeException cause) {
            super("Cannot resolve", cause);
        }
    }

    /** The addresses, in no order; where there are none, the failure of the first of these types that has one. */
    List<InetAddress> addresses(List<Integer> types) throws IOException {
        List<Thread> asking = types.stream()
                .map(type -> Thread.ofVirtual().name("dns").start(() -> replies.add(reply(type))))
                .toList();
        try {
            Map<Integer, Reply> heard = hear(types.size());
            List<InetAddress> found = heard.values().stream()
                    .flatMap(reply -> reply.addresses().stream())
                    .distinct()
                    .toList();
            if (found.isEmpty()) {
                IOException trouble = trouble(types, heard);
                if (trouble instanceof Fault) {
                    throw new IllegalStateException(trouble);
                }
                throw trouble;
            }
            return found;
        } finally {
            asking.forEach(Thread::interrupt);
        }
    }

    private Map<Integer, Reply> hear(int expected) throws IOException {
        Map<Integer, Reply> heard = new HashMap<>();
        boolean found = false;
        while (heard.size() < expected) {
            Duration left = deadline.left();
            Duration wait = found && GRACE.compareTo(left) < 0 ? GRACE : left;
            @Nullable Reply reply = next(wait);
            if (reply == null) {
                break;
            }
            heard.put(reply.type(), reply);
            found |= !reply.addresses().isEmpty();
        }
        return heard;
    }

    private @Nullable Reply next(Duration wait) throws IOException {
        try {
            return replies.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while resolving " + name);
        }
    }

    private IOException trouble(List<Integer> types, Map<Integer, Reply> heard) {
        if (heard.isEmpty()) {
            return new NameFailure(FailureKind.DNS_TIMEOUT, "no answer about " + name.toString(true));
        }
        return types.stream()
                .flatMap(type -> Stream.ofNullable(heard.get(type)))
                .flatMap(reply -> reply.trouble().stream())
                .findFirst()
                .or(() -> heard.size() < types.size()
                        ? Optional.of(new NameFailure(
                                FailureKind.DNS_TIMEOUT, "not all was answered about " + name.toString(true)))
                        : Optional.empty())
                .orElseGet(() -> new NameFailure(FailureKind.DNS_NO_ANSWER, none(types)));
    }

    private String none(List<Integer> types) {
        String wanted = types.size() > 1 ? "A or AAAA" : Type.string(types.getFirst());
        return name.toString(true) + " has no " + wanted + " record";
    }

    private Reply reply(int type) {
        try {
            DnsAnswer answer = way.ask(DnsExchange.query(name, type));
            Optional<IOException> trouble = trouble(answer.rcode());
            return trouble.isPresent()
                    ? new Reply(type, List.of(), trouble)
                    : new Reply(type, held(answer.records(name, type)), Optional.empty());
        } catch (IOException failed) {
            return new Reply(type, List.of(), Optional.of(failed));
        } catch (RuntimeException fault) {
            return new Reply(type, List.of(), Optional.of(new Fault(fault)));
        }
    }

    private static List<InetAddress> held(List<Record> records) {
        List<InetAddress> found = new ArrayList<>();
        for (Record record : records) {
            switch (record) {
                case ARecord a -> found.add(a.getAddress());
                case AAAARecord aaaa -> found.add(aaaa.getAddress());
                default -> {}
            }
        }
        return found;
    }

    private Optional<IOException> trouble(int rcode) {
        String host = name.toString(true);
        return switch (rcode) {
            case Rcode.NOERROR -> Optional.empty();
            case Rcode.NXDOMAIN -> Optional.of(new NameFailure(FailureKind.DNS_NXDOMAIN, host));
            case Rcode.REFUSED -> Optional.of(new NameFailure(FailureKind.DNS_REFUSED, host));
            default -> Optional.of(new NameFailure(FailureKind.DNS_SERVFAIL, Rcode.string(rcode) + " for " + host));
        };
    }
}
