package dev.tocsin.app;

import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Reach;
import dev.tocsin.engine.Prober;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * A look at a listener of this process, before the one that is told. In a process that has just begun, the first look
 * loads a thousand classes, and that time would be taken for the service's.
 */
final class WarmUp {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private WarmUp() {}

    static void of(Prober prober) {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerOnce(listener));
            URI url = URI.create("http://localhost:" + listener.getLocalPort() + "/");
            prober.look(new Check.Http(url, Check.Http.WORKING, Optional.empty()), Reach.ANYWHERE, LONGEST);
        } catch (IOException none) {
            // No listener may be opened here: the look that is told is as right without, and only slower.
        }
    }

    private static void answerOnce(ServerSocket listener) {
        try (Socket one = listener.accept()) {
            if (one.getInputStream().read(new byte[1_024]) > 0) {
                one.getOutputStream().write(ANSWER);
            }
        } catch (IOException over) {
            // The warm-up ended first.
        }
    }
}
