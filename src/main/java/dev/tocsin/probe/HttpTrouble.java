package dev.tocsin.probe;

import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.Route;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Response;

/** What it means when an HTTP exchange breaks off, or an answer cannot be one. Pure. */
final class HttpTrouble {
    private static final int PROXY_WANTS_A_LOGIN = 407;

    private HttpTrouble() {}

    /** The answer to a call; OkHttp has unchecked exceptions for some that are broken, such as a status below zero. */
    static Response answer(Call call, HttpPhases phases) throws IOException {
        try {
            return call.execute();
        } catch (IllegalArgumentException | IllegalStateException broken) {
            call.cancel();
            if (phases.failedIn() != Phase.HTTP) {
                throw broken;
            }
            ProtocolException read = new ProtocolException(broken.getMessage());
            read.initCause(broken);
            throw read;
        }
    }

    /** The outcome of a call that threw. */
    static Outcome read(IOException failed, HttpPhases phases, Route route, Course course) {
        IOException root = phases.rootOf(failed);
        if (phases.failedIn() == Phase.HTTP && isLineWithoutEnd(root) && phases.isBeyondHeaders()) {
            return FailureReader.down(Phase.HTTP, FailureKind.HTTP_PROTOCOL, "more than 256 KiB of headers");
        }
        return behind(route, FailureReader.read(root, phases.failedIn(), course.deadline()));
    }

    /** The same, where what failed before the target could answer is the proxy's. */
    static Outcome behind(Route route, Outcome outcome) {
        return route.proxy().isPresent()
                        && outcome instanceof Outcome.Down(Failure(Phase phase, FailureKind kind, String detail))
                        && (phase == Phase.DNS || phase == Phase.TCP)
                ? FailureReader.down(phase, FailureKind.PROXY, detail.isEmpty() ? kind.phrase() : detail)
                : outcome;
    }

    /** What is wrong with an answer whatever is expected of it; empty where nothing is. */
    static Optional<Outcome> seen(Response response, Route route) {
        if (response.code() == PROXY_WANTS_A_LOGIN && route.proxy().isPresent()) {
            return Optional.of(FailureReader.down(Phase.TCP, FailureKind.PROXY, "it wants a login"));
        }
        return HttpFraming.fault(response)
                .map(fault -> FailureReader.down(Phase.HTTP, FailureKind.HTTP_PROTOCOL, fault));
    }

    private static boolean isLineWithoutEnd(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException
                    && String.valueOf(cause.getMessage()).startsWith("\\n not found")) {
                return true;
            }
        }
        return false;
    }
}
