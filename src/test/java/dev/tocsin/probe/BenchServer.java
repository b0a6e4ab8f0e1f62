package dev.tocsin.probe;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * What {@link LookBenchmark} looks at, as a process of its own: HTTP, HTTPS, TCP and a name server, on loopback. Says
 * its ports and the authority to trust in one line, and ends with its standard input.
 */
final class BenchServer {
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);
    /** An alias to the question's name, A, IN, 300 s, 4 bytes, 192.0.2.1. */
    private static final byte[] RECORD = {(byte) 0xC0, 12, 0, 1, 0, 1, 0, 0, 1, 44, 0, 4, (byte) 192, 0, 2, 1};

    private BenchServer() {}

    private interface Service {
        void serve(Socket connection) throws IOException;
    }

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        SSLContext context = Certificates.HEALTHY.context();
        int http = listen(BenchServer::answer);
        int https = listen(connection -> answer(secured(context, connection)));
        int tcp = listen(connection -> {});
        int dns = answerNames();
        String authority = Base64.getEncoder()
                .encodeToString(Certificates.authorities().getCertificate("ca").getEncoded());
        System.out.println(http + " " + https + " " + tcp + " " + dns + " " + authority);
        System.in.transferTo(System.out);
    }

    private static int listen(Service service) throws IOException {
        ServerSocket server = new ServerSocket(0, 4_096, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> accept(server, service));
        return server.getLocalPort();
    }

    private static void accept(ServerSocket server, Service service) {
        try (server) {
            while (true) {
                Socket connection = server.accept();
                Thread.ofVirtual().start(() -> serve(connection, service));
            }
        } catch (IOException broken) {
            System.err.println("The benchmark's server stops: " + broken);
        }
    }

    private static void serve(Socket connection, Service service) {
        try (connection) {
            service.serve(connection);
        } catch (IOException gone) {
            // The look ended.
        }
    }

    private static SSLSocket secured(SSLContext context, Socket connection) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(connection, null, true);
        socket.setUseClientMode(false);
        return socket;
    }

    private static void answer(Socket connection) throws IOException {
        try (connection) {
            if (connection.getInputStream().read(new byte[4_096]) > 0) {
                connection.getOutputStream().write(ANSWER);
            }
        }
    }

    private static int answerNames() throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofPlatform().daemon().start(() -> answerNames(socket));
        return socket.getLocalPort();
    }

    private static void answerNames(DatagramSocket socket) {
        DatagramPacket query = new DatagramPacket(new byte[512], 512);
        try (socket) {
            while (true) {
                query.setLength(512);
                socket.receive(query);
                byte[] answer = answer(query.getData());
                socket.send(new DatagramPacket(answer, answer.length, query.getSocketAddress()));
            }
        } catch (IOException broken) {
            System.err.println("The benchmark's name server stops: " + broken);
        }
    }

    /** The header and question of a query, with one address added. */
    private static byte[] answer(byte[] query) {
        int end = 12;
        while (query[end] != 0) {
            end += query[end] + 1;
        }
        end += 5;
        ByteBuffer answer = ByteBuffer.allocate(end + RECORD.length);
        answer.put(query, 0, end).put(RECORD);
        answer.putShort(2, (short) 0x8180).putShort(6, (short) 1).putInt(8, 0);
        return answer.array();
    }
}
