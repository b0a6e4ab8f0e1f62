package dev.tocsin.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that does with each connection what a test says. */
final class LoopbackServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    interface Conduct {
        void with(Socket connection) throws IOException, InterruptedException;
    }

    LoopbackServer(Conduct conduct) {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try {
                    Socket connection = socket.accept();
                    open.add(connection);
                    Thread.ofVirtual().start(() -> {
                        try {
                            conduct.with(connection);
                        } catch (IOException | InterruptedException over) {
                            // The look ended; so does the conduct.
                        }
                    });
                } catch (IOException closing) {
                    return;
                }
            }
        });
    }

    /** Reads a request and writes this, then closes. */
    static LoopbackServer answering(String response) {
        return new LoopbackServer(connection -> {
            readRequest(connection);
            connection.getOutputStream().write(response.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            connection.close();
        });
    }

    static void readRequest(Socket connection) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int read = connection.getInputStream().read();
            if (read < 0) {
                return;
            }
            newlines = read == '\n' ? newlines + 1 : read == '\r' ? newlines : 0;
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/";
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket one : new ArrayList<>(open)) {
                one.close();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
