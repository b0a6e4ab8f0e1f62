package dev.tocsin.practice;

import dev.tocsin.command.Practice.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;

/**
 * One service on a loopback port that stays the same in every mode: a socket that is bound and never listens holds the
 * port, so that nobody else takes it while connections are refused.
 */
final class PracticeService implements AutoCloseable {
    private final String name;
    private final Socket reservation;
    private final InetSocketAddress address;
    private AutoCloseable behaviour;

    private PracticeService(String name, Socket reservation) throws IOException {
        this.name = name;
        this.reservation = reservation;
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), reservation.getLocalPort());
        this.behaviour = new AnsweringListener(name, address, AnsweringListener.Manner.AT_ONCE);
    }

    /** Starts a service that answers. */
    @SuppressWarnings("resource") // the reservation is the service's, and closed with it
    static PracticeService start(String name) throws IOException {
        Socket reservation = new Socket();
        reservation.setReuseAddress(true);
        reservation.setOption(StandardSocketOptions.SO_REUSEPORT, true);
        reservation.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return new PracticeService(name, reservation);
    }

    int port() {
        return address.getPort();
    }

    /** Behaves like this from now on; throws if the system gives no socket. */
    synchronized void become(Mode mode) {
        stop();
        try {
            behaviour = switch (mode) {
                case RESTORE -> new AnsweringListener(name, address, AnsweringListener.Manner.AT_ONCE);
                case SLOW -> new AnsweringListener(name, address, AnsweringListener.Manner.TOO_LATE);
                case REFUSE -> () -> {};
                case SHUTDOWN -> new SilentListener(address);
            };
        } catch (IOException none) {
            throw new UncheckedIOException("the practice service '" + name + "' cannot change", none);
        }
    }

    @Override
    public synchronized void close() {
        stop();
        try {
            reservation.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void stop() {
        try {
            behaviour.close();
        } catch (Exception failed) {
            throw new IllegalStateException("the practice service '" + name + "' cannot be stopped", failed);
        }
    }
}
