package dev.tocsin.practice;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;

/** Listening sockets that share their port with the reservation. */
final class Sockets {
    private Sockets() {}

    static ServerSocket listen(InetSocketAddress address, int backlog) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            socket.bind(address, backlog);
            return socket;
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
    }
}
