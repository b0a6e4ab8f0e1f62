package dev.tocsin.probe;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import org.xbill.DNS.Message;

/** One question over a connection (RFC 1035, 4.2.2): a length in two bytes, then the message, in one write. */
final class DnsStream {
    private DnsStream() {}

    /** The caller ends the socket at the deadline. */
    static DnsAnswer ask(Message query, Socket socket) throws IOException {
        byte[] asked = query.toWire();
        byte[] framed = new byte[asked.length + 2];
        framed[0] = (byte) (asked.length >> 8);
        framed[1] = (byte) asked.length;
        System.arraycopy(asked, 0, framed, 2, asked.length);
        socket.getOutputStream().write(framed);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] answer = new byte[in.readUnsignedShort()];
        in.readFully(answer);
        return DnsAnswer.read(query, answer, socket.getInetAddress());
    }
}
