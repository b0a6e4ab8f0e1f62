package dev.tocsin.probe;

import dev.tocsin.core.target.AddressOrder;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.Route;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A name server on loopback, over UDP and TCP on one port, that answers as a test says. */
final class LoopbackNameServer implements AutoCloseable {
    private final DatagramSocket datagrams;
    private final ServerSocket connections;
    private final Conduct conduct;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    enum Over {
        UDP,
        TCP
    }

    /** What is sent back to a query, in order; nothing where nothing is answered. */
    interface Conduct {
        List<byte[]> to(Message query, Over over) throws IOException;
    }

    /** One answer to a query, or none. */
    interface Zone {
        Optional<Message> answer(Message query) throws IOException;
    }

    LoopbackNameServer(Conduct conduct) {
        this.conduct = conduct;
        try {
            connections = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            datagrams = new DatagramSocket(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), connections.getLocalPort()));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        Thread.ofVirtual().start(this::serveDatagrams);
        Thread.ofVirtual().start(this::serveConnections);
    }

    static LoopbackNameServer of(Zone zone) {
        return new LoopbackNameServer((query, over) ->
                zone.answer(query).map(Message::toWire).map(List::of).orElse(List.of()));
    }

    /** Answers with those of these records, in zone file form, that have the type asked for or are aliases. */
    static LoopbackNameServer holding(String... lines) {
        return of(query -> Optional.of(answer(query, lines)));
    }

    static Message answer(Message query, String... lines) throws IOException {
        Message answer = empty(query, Rcode.NOERROR);
        for (String line : lines) {
            String[] parts = line.split(" ", 3);
            int type = Type.value(parts[1]);
            if (type == query.getQuestion().getType() || type == Type.CNAME) {
                Name name = Name.fromString(parts[0]);
                answer.addRecord(Record.fromString(name, type, DClass.IN, 300, parts[2], Name.root), Section.ANSWER);
            }
        }
        return answer;
    }

    static Message empty(Message query, int rcode) {
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setRcode(rcode);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        return answer;
    }

    static boolean asksFor(Message query, int type) {
        return query.getQuestion().getType() == type;
    }

    NameServer server() {
        return NameServer.parse("127.0.0.1:" + port()).orElseThrow();
    }

    Route route(AddressOrder order) {
        return new Route(order, Optional.of(server()), Optional.empty());
    }

    int port() {
        return connections.getLocalPort();
    }

    /** What was asked so far, as {@code UDP example.org. A}. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void serveDatagrams() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[4_096], 4_096);
                datagrams.receive(packet);
                byte[] query = Arrays.copyOf(packet.getData(), packet.getLength());
                for (byte[] answer : answers(query, Over.UDP)) {
                    datagrams.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException closing) {
            // The test is over.
        }
    }

    private void serveConnections() {
        try {
            while (true) {
                Socket connection = connections.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException closing) {
            // The test is over.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            DataInputStream in = new DataInputStream(connection.getInputStream());
            byte[] query = new byte[in.readUnsignedShort()];
            in.readFully(query);
            for (byte[] answer : answers(query, Over.TCP)) {
                DataOutputStream out = new DataOutputStream(connection.getOutputStream());
                out.writeShort(answer.length);
                out.write(answer);
            }
        } catch (IOException over) {
            // The look ended.
        }
    }

    private List<byte[]> answers(byte[] bytes, Over over) throws IOException {
        Message query = new Message(bytes);
        Record question = query.getQuestion();
        asked.add(over + " " + question.getName() + " " + Type.string(question.getType()));
        return conduct.to(query, over);
    }

    @Override
    public void close() {
        try {
            datagrams.close();
            connections.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
