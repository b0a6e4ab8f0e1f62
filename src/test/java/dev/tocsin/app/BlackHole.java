package dev.tocsin.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A listener that accepts nothing and whose backlog is full, so that nobody who connects hears anything. */
record BlackHole(ServerSocket listener, List<Socket> backlog) implements AutoCloseable {
    private static final int MOST = 64;

    static BlackHole open() throws IOException {
        ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        List<Socket> backlog = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            Socket socket = new Socket();
            backlog.add(socket);
            try {
                socket.connect(new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()), 300);
            } catch (SocketTimeoutException full) {
                socket.close();
                return new BlackHole(listener, backlog);
            }
        }
        throw new IOException("this system's backlogs do not fill");
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : backlog) {
            socket.close();
        }
        listener.close();
    }
}
