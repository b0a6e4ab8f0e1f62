package dev.tocsin.probe;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An HTTP/1.1 client as small as it can be: one address, a status, headers, and a body of a known length. */
@SuppressWarnings("StringConcatToTextBlock") // Line ends of HTTP are CRLF.
final class SmallExchange {
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_HEADERS = 100;
    private static final int PATIENCE = 10_000;
    private static final byte[] REQUEST = ("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Tocsin/test\r\n"
                    + "Connection: close\r\nAccept-Encoding: identity\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    private SmallExchange() {}

    static boolean succeeds(InetSocketAddress server) throws IOException {
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(server, PATIENCE);
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(REQUEST);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1_024);
            List<String> status = List.of(line(in).split(" ", 3));
            Map<String, String> headers = headers(in);
            byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
            return status.get(0).equals("HTTP/1.1")
                    && status.get(1).equals("200")
                    && new String(body, StandardCharsets.UTF_8).equals("ok");
        }
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i < MOST_HEADERS; i++) {
            String line = line(in);
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("not a header: " + line);
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        throw new ProtocolException("too many headers");
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new EOFException();
            }
            if (line.size() >= LONGEST_LINE) {
                throw new ProtocolException("a line without an end");
            }
            if (one != '\r') {
                line.write(one);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
