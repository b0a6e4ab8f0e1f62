package dev.tocsin.probe;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** The exchanges of looks on bare blocking sockets, and nothing but the exchange: what looks are measured against. */
@SuppressWarnings("StringConcatToTextBlock") // Line ends of HTTP are CRLF.
final class RawExchanges {
    private static final int PATIENCE = 10_000;
    private static final byte[] REQUEST = ("GET / HTTP/1.1\r\nUser-Agent: Tocsin/test\r\nConnection: close\r\n"
                    + "Host: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    private final BenchProcess server;
    private final TrustManager[] trust;
    private final SSLContext resuming;
    private final byte[] question;

    RawExchanges(BenchProcess server) throws IOException, GeneralSecurityException {
        this.server = server;
        this.trust = trusting(server.authorities());
        this.resuming = context();
        var query = DnsExchange.query(Name.fromString("www.example.org."), Type.A);
        query.addRecord(new OPTRecord(1_232, 0, 0), Section.ADDITIONAL);
        this.question = query.toWire();
    }

    boolean http() throws IOException {
        try (Socket socket = connect(server.http())) {
            return isAnswered(socket);
        }
    }

    /** A full handshake, chain and host name verified: a context of its own has no session to resume. */
    boolean https() throws IOException, GeneralSecurityException {
        return secured(context());
    }

    private boolean secured(SSLContext context) throws IOException {
        try (Socket plain = connect(server.https());
                SSLSocket socket =
                        (SSLSocket) context.getSocketFactory().createSocket(plain, "127.0.0.1", server.https(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            return isAnswered(socket);
        }
    }

    /** The same by one context for all, whose sessions are resumed: what looks do not do. */
    boolean resumed() throws IOException {
        return secured(resuming);
    }

    boolean tcp() throws IOException {
        try (Socket socket = connect(server.tcp())) {
            return socket.isConnected();
        }
    }

    boolean dns() throws IOException {
        byte[] query = question.clone();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        query[0] = (byte) random.nextInt();
        query[1] = (byte) random.nextInt();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.dns()));
            socket.setSoTimeout(PATIENCE);
            socket.send(new DatagramPacket(query, query.length));
            DatagramPacket answer = new DatagramPacket(new byte[512], 512);
            socket.receive(answer);
            byte[] bytes = answer.getData();
            return bytes[0] == query[0] && bytes[1] == query[1] && bytes[7] == 1;
        }
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private static boolean isAnswered(Socket socket) throws IOException {
        socket.getOutputStream().write(REQUEST);
        byte[] answer = socket.getInputStream().readAllBytes();
        return answer.length > 12 && answer[9] == '2' && answer[answer.length - 1] == 'k';
    }

    private SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust, null);
        return context;
    }

    private static TrustManager[] trusting(KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        return factory.getTrustManagers();
    }
}
