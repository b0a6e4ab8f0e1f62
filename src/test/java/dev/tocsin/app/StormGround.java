package dev.tocsin.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Services on loopback in networks that can be switched off and on as wholes, and the config that watches them. */
final class StormGround implements AutoCloseable {
    private final int networks;
    private final List<Integer> ports = new ArrayList<>();
    private final List<ServerSocketChannel> listening = new ArrayList<>();
    private final Selector selector = Selector.open();
    private volatile boolean closed;

    StormGround(int networks, int targets) throws IOException {
        this.networks = networks;
        for (int i = 0; i < targets; i++) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                ports.add(free.getLocalPort());
            }
        }
        up();
        Thread.ofPlatform().daemon().start(this::accept);
    }

    /** Every service refuses from now on. */
    void down() throws IOException {
        for (ServerSocketChannel one : listening) {
            one.close();
        }
        listening.clear();
        selector.selectNow();
    }

    /** Every service answers from now on. */
    void up() throws IOException {
        for (int port : ports) {
            ServerSocketChannel one = ServerSocketChannel.open();
            one.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            one.configureBlocking(false);
            listening.add(one);
            selector.wakeup();
            one.register(selector, SelectionKey.OP_ACCEPT);
        }
    }

    int size() {
        return ports.size();
    }

    /** The networks and the targets, as members of the config. */
    String config() {
        String places = IntStream.range(0, networks)
                .mapToObj(i -> String.format(Locale.ROOT, "{\"id\": \"net-%d\", \"name\": \"Network %d\"}", i, i))
                .collect(Collectors.joining(","));
        String targets = IntStream.range(0, ports.size())
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "{\"id\": \"s%d\", \"name\": \"Service %d\", \"network\": \"net-%d\", \"tcp\": \"127.0.0.1:%d\"}",
                        i,
                        i,
                        i % networks,
                        ports.get(i)))
                .collect(Collectors.joining(","));
        return "\"networks\": [" + places + "], \"targets\": [" + targets + "]";
    }

    private void accept() {
        while (!closed) {
            try {
                selector.select(key -> {
                    try (var visitor = ((ServerSocketChannel) key.channel()).accept()) {
                        assert visitor == null || visitor.isOpen();
                    } catch (IOException gone) {
                        key.cancel();
                    }
                });
            } catch (IOException broken) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        down();
        selector.close();
    }
}
