package dev.tocsin.practice;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves connections without any answer, as a network that was switched off does: its queue of connections that wait
 * to be accepted is full, and the kernel drops what comes then (listen(2), tcp(7): tcp_abort_on_overflow is off).
 */
final class SilentListener implements AutoCloseable {
    private static final int BACKLOG = 1;
    /** More than the queue holds, since some systems round the backlog up. */
    private static final int FILLERS = 8;

    private final ServerSocket socket;
    private final List<SocketChannel> fillers = new ArrayList<>();

    SilentListener(InetSocketAddress address) throws IOException {
        this.socket = Sockets.listen(address, BACKLOG);
        for (int i = 0; i < FILLERS; i++) {
            SocketChannel filler = SocketChannel.open();
            fillers.add(filler);
            filler.configureBlocking(false);
            filler.connect(address);
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel filler : fillers) {
            filler.close();
        }
        socket.close();
    }
}
