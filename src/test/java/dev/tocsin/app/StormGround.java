package dev.tocsin.app;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
    /** Below those that connections take, so that a service finds its port free again. */
    private static final int FIRST_PORT = 20_001;

    private final int networks;
    private final List<Integer> ports = new ArrayList<>();
    private final List<ServerSocketChannel> listening = new ArrayList<>();
    private final Selector selector = Selector.open();
    private volatile boolean closed;

    StormGround(int networks, int targets) throws IOException {
        this.networks = networks;
        for (int port = FIRST_PORT; ports.size() < targets; port++) {
            if (listens(port)) {
                ports.add(port);
            }
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    /** Every service refuses from now on. */
    void down() throws IOException {
        for (ServerSocketChannel one : listening) {
            one.close();
        }
        listening.clear();
        selector.wakeup();
    }

    /** Every service answers from now on. */
    void up() throws IOException {
        for (int port : ports) {
            if (!listens(port)) {
                throw new IOException("something else listens on port " + port + " meanwhile");
            }
        }
    }

    private boolean listens(int port) throws IOException {
        ServerSocketChannel one = ServerSocketChannel.open();
        try {
            one.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        } catch (BindException taken) {
            one.close();
            return false;
        }
        one.configureBlocking(false);
        listening.add(one);
        selector.wakeup();
        return one.register(selector, SelectionKey.OP_ACCEPT).isValid();
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
