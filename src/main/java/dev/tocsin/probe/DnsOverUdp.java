package dev.tocsin.probe;

import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Phase;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/**
 * Questions to name servers over UDP, each from a port of its own, and over TCP where the answer does not fit. What
 * does not answer the question is ignored; a question that is not answered is asked again until the deadline.
 */
final class DnsOverUdp {
    /** A lost datagram costs this much, or a third of the time there is. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int TRIES = 3;
    /** What passes every path without fragments (DNS flag day 2020). */
    private static final int PAYLOAD = 1_232;
    /** Servers that send more than they were told to are asked over TCP. */
    private static final int BUFFER = 4_096;

    private final DnsOverTcp overTcp;

    DnsOverUdp(DnsOverTcp overTcp) {
        this.overTcp = overTcp;
    }

    /** The answer of the first server that has one; servers that fail or refuse are answers only where all do. */
    DnsAnswer ask(Message query, List<InetSocketAddress> servers, Course course) throws IOException {
        query.addRecord(new OPTRecord(PAYLOAD, 0, 0), Section.ADDITIONAL);
        Queue<InetSocketAddress> left = new ArrayDeque<>(servers);
        Optional<DnsAnswer> poor = Optional.empty();
        @Nullable IOException last = null;
        while (!left.isEmpty() && !course.deadline().isOver()) {
            InetSocketAddress server = left.remove();
            try {
                Optional<DnsAnswer> answer =
                        new Visit(query, server, course).ask(servers.size() == 1 ? Integer.MAX_VALUE : 1);
                if (answer.isEmpty()) {
                    left.add(server);
                } else if (left.isEmpty() || !isPoor(answer.get())) {
                    return answer.get();
                } else {
                    poor = answer;
                }
            } catch (NameFailure failed) {
                last = failed;
            }
        }
        if (poor.isPresent()) {
            return poor.get();
        }
        throw last == null ? silent(query) : last;
    }

    private static boolean isPoor(DnsAnswer answer) {
        return answer.rcode() == Rcode.SERVFAIL || answer.rcode() == Rcode.REFUSED;
    }

    static NameFailure silent(Message query) {
        return new NameFailure(
                FailureKind.DNS_TIMEOUT,
                "no answer about " + query.getQuestion().getName().toString(true));
    }

    /** One server, asked through one socket. */
    private final class Visit {
        private final Message query;
        private final InetSocketAddress server;
        private final Course course;

        Visit(Message query, InetSocketAddress server, Course course) {
            this.query = query;
            this.server = server;
            this.course = course;
        }

        Optional<DnsAnswer> ask(int times) throws IOException {
            try {
                Optional<DnsAnswer> answer = exchange(times);
                if (answer.isPresent() && answer.get().rcode() == Rcode.FORMERR && query.getOPT() != null) {
                    query.removeAllRecords(Section.ADDITIONAL);
                    answer = exchange(times);
                }
                return answer.isPresent() && answer.get().isTruncated()
                        ? Optional.of(overTcp.ask(query, server, course))
                        : answer;
            } catch (PortUnreachableException closed) {
                throw new NameFailure(FailureKind.DNS_TIMEOUT, "the name server cannot be asked: its port is closed");
            } catch (NameFailure known) {
                throw known;
            } catch (IOException failed) {
                throw NameFailure.reaching(failed, Phase.TCP, course.deadline());
            }
        }

        private Optional<DnsAnswer> exchange(int times) throws IOException {
            byte[] asked = query.toWire();
            Duration share = course.deadline().share(TRIES);
            Duration patience = share.compareTo(PATIENCE) < 0 ? share : PATIENCE;
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.connect(server);
                Optional<DnsAnswer> answer = Optional.empty();
                for (int i = 0;
                        i < times && answer.isEmpty() && !course.deadline().isOver();
                        i++) {
                    socket.send(new DatagramPacket(asked, asked.length));
                    answer = listen(socket, new Deadline(course::nanos, patience));
                }
                return answer;
            }
        }

        private Optional<DnsAnswer> listen(DatagramSocket socket, Deadline until) throws IOException {
            DatagramPacket packet = new DatagramPacket(new byte[BUFFER], BUFFER);
            Optional<DnsAnswer> answer = Optional.empty();
            while (answer.isEmpty() && !until.isOver()) {
                socket.setSoTimeout(
                        Math.min(until.leftMillis(), course.deadline().leftMillis()));
                packet.setLength(BUFFER);
                try {
                    socket.receive(packet);
                } catch (SocketTimeoutException quiet) {
                    return Optional.empty();
                }
                byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
                answer = bytes.length == BUFFER
                        ? Optional.of(overTcp.ask(query, server, course))
                        : DnsAnswer.heard(query, bytes, server.getAddress());
            }
            return answer;
        }
    }
}
