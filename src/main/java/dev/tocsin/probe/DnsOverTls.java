package dev.tocsin.probe;

import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.TlsTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.xbill.DNS.Message;

/** One question to a name server over TLS (RFC 7858). */
final class DnsOverTls {
    private final TlsSessions tls;
    private final Reaper reaper;

    DnsOverTls(TlsSessions tls, Reaper reaper) {
        this.tls = tls;
        this.reaper = reaper;
    }

    DnsAnswer ask(Message query, NameServer server, List<InetAddress> addresses, Course course) throws IOException {
        Course inner = course.aside();
        try (Socket plain = Dial.connect(addresses, server.port(), inner);
                Reaper.Watch _ = reaper.watch(plain, course.deadline().left());
                SSLSocket socket = tls.begin(plain, server.host(), TlsTerms.STRICT, inner)) {
            return DnsStream.ask(query, socket);
        } catch (NameFailure known) {
            throw known;
        } catch (IOException failed) {
            throw NameFailure.reaching(
                    failed, inner.phase() == Phase.DNS ? Phase.TLS : inner.phase(), course.deadline());
        }
    }
}
