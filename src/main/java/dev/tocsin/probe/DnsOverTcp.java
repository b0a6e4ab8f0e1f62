package dev.tocsin.probe;

import dev.tocsin.core.observe.Phase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import org.xbill.DNS.Message;

/** One question to a name server over a TCP connection of its own, for answers that do not fit into a datagram. */
final class DnsOverTcp {
    private final Reaper reaper;

    DnsOverTcp(Reaper reaper) {
        this.reaper = reaper;
    }

    DnsAnswer ask(Message query, InetSocketAddress server, Course course) throws IOException {
        Course inner = new Course(course::nanos, course.deadline().left(), Guard.OPEN);
        try (Socket socket = Dial.connect(List.of(server.getAddress()), server.getPort(), inner);
                Reaper.Watch _ = reaper.watch(socket, course.deadline().left())) {
            return DnsStream.ask(query, socket);
        } catch (NameFailure known) {
            throw known;
        } catch (IOException failed) {
            throw NameFailure.reaching(failed, Phase.TCP, course.deadline());
        }
    }
}
