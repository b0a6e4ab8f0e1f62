package dev.tocsin.probe;

import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Connects: each address in turn, each with its share of the time, each admitted by the guard. */
final class Dial {
    private Dial() {}

    /** A connected socket whose reads end at the deadline; throws what the most telling address met. */
    static Socket connect(List<InetAddress> addresses, int port, Course course) throws IOException {
        course.enter(Phase.TCP);
        @Nullable IOException failure = null;
        for (int i = 0; i < addresses.size() && !course.deadline().isOver(); i++) {
            InetSocketAddress to = new InetSocketAddress(addresses.get(i), port);
            long since = course.nanos();
            Socket socket = new Socket(Proxy.NO_PROXY);
            try {
                course.guard().admit(to.getAddress(), port);
                course.use(to.getAddress());
                socket.connect(
                        to, (int) course.deadline().share(addresses.size() - i).toMillis());
                socket.setSoTimeout(course.deadline().leftMillis());
                course.tried(to, since, Optional.empty());
                course.leave();
                return socket;
            } catch (IOException failed) {
                close(socket);
                course.tried(to, since, failure(failed, course));
                failure = Telling.of(failure, failed);
            }
        }
        throw failure == null ? new SocketTimeoutException("no address was tried") : failure;
    }

    /** What the failure of an attempt means. */
    static Optional<Failure> failure(IOException failed, Course course) {
        return FailureReader.read(failed, Phase.TCP, course.deadline()) instanceof Outcome.Down(Failure failure)
                ? Optional.of(failure)
                : Optional.empty();
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // It is gone either way.
        }
    }
}
