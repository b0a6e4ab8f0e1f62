package dev.tocsin.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A name server on loopback that answers every question for A with the next of its answers, and with the last ever
 * after. No name has any other record.
 */
final class FickleNameServer implements AutoCloseable {
    private final List<List<String>> answers;
    private final DatagramSocket socket;
    private final AtomicInteger asked = new AtomicInteger();

    /** The addresses of each answer are divided by spaces. */
    FickleNameServer(String... answers) {
        this.answers =
                Arrays.stream(answers).map(one -> List.of(one.split(" "))).toList();
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        Thread.ofVirtual().start(this::serve);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    }

    /** Questions for A so far. */
    int asked() {
        return asked.get();
    }

    private void serve() {
        byte[] room = new byte[1500];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(room, room.length);
                socket.receive(packet);
                byte[] answer = answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())))
                        .toWire();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private Message answer(Message query) {
        Record question = query.getQuestion();
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question, Section.QUESTION);
        if (question.getType() == Type.A) {
            int turn = Math.min(asked.getAndIncrement(), answers.size() - 1);
            for (String address : answers.get(turn)) {
                answer.addRecord(
                        new ARecord(question.getName(), DClass.IN, 0, InetAddress.ofLiteral(address)), Section.ANSWER);
            }
        }
        return answer;
    }

    @Override
    public void close() {
        socket.close();
    }
}
