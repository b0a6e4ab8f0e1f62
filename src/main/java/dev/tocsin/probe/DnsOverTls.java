package dev.tocsin.probe;

import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.TlsTerms;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.xbill.DNS.Message;

/** One question to a name server over TLS (RFC 7858): a length in two bytes, then the message. */
final class DnsOverTls {
    private final TlsSessions tls;
    private final Reaper reaper;

    DnsOverTls(TlsSessions tls, Reaper reaper) {
        this.tls = tls;
        this.reaper = reaper;
    }

    Message ask(Message query, NameServer server, List<InetAddress> addresses, Course course) throws IOException {
        Course inner = course.aside();
        try (Socket plain = Dial.connect(addresses, server.port(), inner);
                Reaper.Watch _ = reaper.watch(plain, course.deadline().left());
                SSLSocket socket = tls.begin(plain, server.host(), TlsTerms.STRICT, inner)) {
            byte[] asked = query.toWire();
            byte[] framed = new byte[asked.length + 2];
            framed[0] = (byte) (asked.length >> 8);
            framed[1] = (byte) asked.length;
            System.arraycopy(asked, 0, framed, 2, asked.length);
            socket.getOutputStream().write(framed);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] answer = new byte[in.readUnsignedShort()];
            in.readFully(answer);
            return new Message(answer);
        } catch (IOException failed) {
            throw NameFailure.reaching(failed, inner.phase() == Phase.DNS ? Phase.TLS : inner.phase(), course.deadline());
        }
    }
}
