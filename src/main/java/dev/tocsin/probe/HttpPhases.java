package dev.tocsin.probe;

import dev.tocsin.core.observe.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** Follows one HTTP call through its phases, over all addresses and redirects. */
final class HttpPhases extends EventListener {
    private final PhaseClock clock;
    private Phase failedIn = Phase.DNS;
    private @Nullable IOException connectFailure;

    HttpPhases(PhaseClock clock) {
        this.clock = clock;
    }

    /** The phase in which the call failed. */
    Phase failedIn() {
        return failedIn;
    }

    /** What the last address met, where the call failed because no address could be connected to. */
    IOException rootOf(IOException thrown) {
        return connectFailure != null && !(thrown instanceof NameFailure) ? connectFailure : thrown;
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        enter(Phase.DNS);
    }

    @Override
    public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
        clock.leave();
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        enter(Phase.TCP);
        clock.use(address.getAddress());
    }

    @Override
    public void secureConnectStart(Call call) {
        enter(Phase.TLS);
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        clock.leave();
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        clock.leave();
        connectFailure = null;
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException failure) {
        connectFailure = failure;
        clock.leave();
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        enter(Phase.HTTP);
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        clock.leave();
    }

    private void enter(Phase phase) {
        failedIn = phase;
        clock.enter(phase);
    }
}
