package dev.tocsin.practice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Accepts connections and answers each with a small page, at once or too late. */
final class AnsweringListener implements AutoCloseable {
    private static final int BACKLOG = 512;
    private static final int LONGEST_READ_MILLIS = 5_000;

    private final String name;
    private final Manner manner;
    private final ServerSocket socket;
    private final Thread accepting;

    enum Manner {
        AT_ONCE,
        TOO_LATE
    }

    AnsweringListener(String name, InetSocketAddress address, Manner manner) throws IOException {
        this.name = name;
        this.manner = manner;
        this.socket = Sockets.listen(address, BACKLOG);
        this.accepting = Thread.ofVirtual().name("practice " + name).start(this::accept);
    }

    /** Until the thread that accepts has let go of the socket, the system goes on taking connections. */
    @Override
    public void close() throws IOException {
        socket.close();
        try {
            accepting.join(Duration.ofSeconds(1));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(LONGEST_READ_MILLIS);
            InputStream in = connection.getInputStream();
            if (!readRequest(in)) {
                return;
            }
            if (manner == Manner.TOO_LATE) {
                waitUntilTheOtherGivesUp(in);
            }
            connection.getOutputStream().write(page());
        } catch (IOException ignored) {
            // The other side left; there is nobody to answer.
        }
    }

    private static boolean readRequest(InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1), 1024);
        for (int lines = 0; lines < 100; lines++) {
            String line = reader.readLine();
            if (line == null) {
                return false;
            }
            if (line.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static void waitUntilTheOtherGivesUp(InputStream in) throws IOException {
        try {
            in.read();
        } catch (SocketTimeoutException patient) {
            // It waited longer than a look may take: the answer is late enough.
        }
    }

    private byte[] page() {
        byte[] body = (name + " is open.\n").getBytes(StandardCharsets.UTF_8);
        byte[] head = ("HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: " + body.length
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] page = new byte[head.length + body.length];
        System.arraycopy(head, 0, page, 0, head.length);
        System.arraycopy(body, 0, page, head.length, body.length);
        return page;
    }
}
