package dev.tocsin.probe;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One way to send echoes and hear their answers, shared by all looks of an address family. */
interface IcmpSocket extends AutoCloseable {
    /**
     * Sends one echo. The answer completes from another thread, exceptionally with {@link IcmpTrouble} where this
     * machine fails; who stops waiting for it must cancel it.
     *
     * @param patience for how long the answer is waited for at most
     */
    CompletableFuture<IcmpAnswer> echo(InetAddress to, Duration patience) throws IcmpTrouble;

    @Override
    void close();
}
