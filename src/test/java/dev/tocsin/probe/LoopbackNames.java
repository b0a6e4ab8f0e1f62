package dev.tocsin.probe;

import dev.tocsin.core.target.NameServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A name server on loopback that answers every question for A records with the same addresses. */
final class LoopbackNames implements AutoCloseable {
    private final DatagramSocket socket;
    private final List<InetAddress> addresses;

    LoopbackNames(String... addresses) {
        this.addresses = Arrays.stream(addresses).map(InetAddress::ofLiteral).toList();
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        Thread.ofVirtual().start(this::serve);
    }

    NameServer address() {
        return new NameServer(NameServer.Transport.PLAIN, "127.0.0.1", socket.getLocalPort(), "");
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        while (!socket.isClosed()) {
            try {
                socket.receive(packet);
                byte[] wire = answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())))
                        .toWire();
                socket.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
                packet.setLength(4096);
            } catch (IOException closing) {
                return;
            }
        }
    }

    private Message answer(Message question) {
        Record asked = question.getQuestion();
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(asked, Section.QUESTION);
        if (asked.getType() == Type.A) {
            addresses.forEach(
                    one -> answer.addRecord(new ARecord(asked.getName(), DClass.IN, 60, one), Section.ANSWER));
        }
        return answer;
    }
}
