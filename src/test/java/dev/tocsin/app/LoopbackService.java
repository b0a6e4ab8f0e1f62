package dev.tocsin.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** A service on loopback that accepts connections, counts them, and can be stopped and started on its port. */
final class LoopbackService implements AutoCloseable {
    private final AtomicInteger visits = new AtomicInteger();
    private final int port;
    private volatile ServerSocket socket;

    LoopbackService() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = socket.getLocalPort();
        accept(socket);
    }

    int port() {
        return port;
    }

    /** This as a target of the config. */
    String target(String id) {
        return "{\"id\": \"" + id + "\", \"tcp\": \"127.0.0.1:" + port + "\"}";
    }

    int visits() {
        return visits.get();
    }

    void stop() {
        try {
            socket.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    /** Listens again, on the same port. */
    void start() {
        try {
            socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            accept(socket);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void accept(ServerSocket listening) {
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    listening.accept().close();
                    visits.incrementAndGet();
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }
}
