package dev.tocsin.probe;

import dev.tocsin.core.observe.Phase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/** Follows one HTTP call through its phases, over all addresses. */
final class HttpPhases extends EventListener {
    /** {@code okhttp3.internal.http1.HeadersReader} reads 256 KiB of them. */
    private static final long MOST_HEADERS = 256 << 10;

    private final Course course;
    private Phase failedIn = Phase.TCP;
    private Phase connectFailedIn = Phase.TCP;
    private long since;
    private String agreed = "";
    private @Nullable CertificateWitness witness;
    private @Nullable IOException connectFailure;
    private @Nullable Intake intake;

    HttpPhases(Course course) {
        this.course = course;
    }

    void watch(CertificateWitness seesTheCertificate) {
        witness = seesTheCertificate;
    }

    void watch(Intake countsWhatComes) {
        intake = countsWhatComes;
    }

    /** Whether more came than OkHttp reads of headers: it gives up with the same exception as where they break off. */
    boolean isBeyondHeaders() {
        return intake != null && intake.received() >= MOST_HEADERS;
    }

    /** The phase in which the call failed. */
    Phase failedIn() {
        return connectFailure == null ? failedIn : connectFailedIn;
    }

    /** TLS version that was agreed on; empty where none was. */
    String tlsVersion() {
        return agreed.isEmpty() ? "" : agreed.substring(0, agreed.indexOf(' '));
    }

    /** What the most telling address met, where the call failed because no address could be connected to. */
    IOException rootOf(IOException thrown) {
        return connectFailure != null && !(thrown instanceof NameFailure) ? connectFailure : thrown;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        since = course.nanos();
        enter(Phase.TCP);
        if (address.getAddress() != null) {
            course.use(address.getAddress());
        }
    }

    @Override
    public void secureConnectStart(Call call) {
        enter(Phase.TLS);
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        course.leave();
        if (handshake != null) {
            agreed = handshake.tlsVersion().javaName() + " "
                    + handshake.cipherSuite().javaName();
        }
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        course.leave();
        course.tried(address, since, Optional.empty());
        show(Optional.ofNullable(protocol).filter(ignored -> !agreed.isEmpty()).map(Protocol::toString));
        connectFailure = null;
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException failure) {
        course.leave();
        course.tried(
                address,
                since,
                FailureReader.read(failure, failedIn, course.deadline())
                                instanceof dev.tocsin.core.observe.Outcome.Down(dev.tocsin.core.observe.Failure down)
                        ? Optional.of(down)
                        : Optional.empty());
        if (connectFailure == null || Telling.isReplaced(connectFailure, failure)) {
            connectFailure = failure;
            connectFailedIn = failedIn;
        }
        show(Optional.empty());
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        enter(Phase.HTTP);
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        course.leave();
    }

    private void show(Optional<String> alpn) {
        if (witness != null) {
            witness.seen(agreed, alpn).ifPresent(course::shown);
        }
    }

    private void enter(Phase phase) {
        failedIn = phase;
        course.enter(phase);
    }
}
