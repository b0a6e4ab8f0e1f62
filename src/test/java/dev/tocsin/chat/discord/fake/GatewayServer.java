package dev.tocsin.chat.discord.fake;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;

/** The web sockets under {@link FakeGateway}, on a free port of loopback. */
final class GatewayServer extends WebSocketServer {
    private static final int START_SECONDS = 10;

    private final FakeGateway gateway;
    private final CountDownLatch started = new CountDownLatch(1);
    private volatile boolean refusing;

    GatewayServer(FakeGateway gateway) {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        this.gateway = gateway;
        setReuseAddr(true);
        setTcpNoDelay(true);
        setConnectionLostTimeout(0);
        setDaemon(true);
    }

    void open() throws InterruptedException {
        start();
        if (!started.await(START_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the gateway did not start");
        }
    }

    void refuse(boolean now) {
        refusing = now;
    }

    /** Closes the connection without a close frame. */
    void drop(WebSocket line) {
        ((WebSocketImpl) line).closeConnection(CloseFrame.ABNORMAL_CLOSE, "cut by the test");
    }

    void close() {
        try {
            stop(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket line, Draft draft, ClientHandshake request) throws InvalidDataException {
        if (refusing) {
            throw new InvalidDataException(CloseFrame.REFUSE, "refused by the test");
        }
        return super.onWebsocketHandshakeReceivedAsServer(line, draft, request);
    }

    @Override
    public void onOpen(WebSocket line, ClientHandshake handshake) {
        gateway.opened(line);
    }

    @Override
    public void onClose(WebSocket line, int code, String reason, boolean remote) {
        gateway.closed(line, code);
    }

    @Override
    public void onMessage(WebSocket line, String message) {
        gateway.heard(line, message);
    }

    @Override
    public void onError(WebSocket line, Exception error) {
        // The connection is closed after it, and that is heard of in onClose.
    }
}
