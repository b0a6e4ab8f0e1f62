package dev.tocsin.probe;

import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.Check;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Makes an HTTP GET on fresh connections and holds the answer against what is expected. Safe for use by many threads. */
final class HttpLook implements AutoCloseable {
    /** As much of a body as is searched for a text. */
    static final long BODY_LIMIT = 1 << 20;

    private final Names names;
    private final String userAgent;
    private final OkHttpClient client = new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
            .retryOnConnectionFailure(false)
            .fastFallback(false)
            .proxy(Proxy.NO_PROXY)
            .connectTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .build();

    HttpLook(Names names, String userAgent) {
        this.names = names;
        this.userAgent = userAgent;
    }

    Outcome look(Check.Http check, Deadline deadline, PhaseClock clock) {
        HttpPhases phases = new HttpPhases(clock);
        try (Response response = call(check, deadline, phases, clock).execute()) {
            return judge(check, response);
        } catch (IOException failed) {
            return FailureReader.read(phases.rootOf(failed), phases.failedIn(), deadline);
        }
    }

    /** The first host is resolved before, so that each of its addresses gets its share of the time to connect. */
    private Call call(Check.Http check, Deadline deadline, HttpPhases phases, PhaseClock clock) throws IOException {
        Request request = new Request.Builder()
                .url(check.url().toString())
                .header("User-Agent", userAgent)
                .header("Connection", "close")
                .build();
        String first = request.url().host();
        clock.enter(Phase.DNS);
        List<InetAddress> addresses = names.addresses(first, deadline);
        clock.leave();
        OkHttpClient mine = client.newBuilder()
                .dns(host -> host.equals(first) ? addresses : names.addresses(host, deadline))
                .eventListener(phases)
                .callTimeout(deadline.left())
                .connectTimeout(deadline.share(addresses.size()))
                .build();
        return mine.newCall(request);
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private static Outcome judge(Check.Http check, Response response) throws IOException {
        if (check.expect().stream().noneMatch(range -> range.holds(response.code()))) {
            return FailureReader.down(Phase.HTTP, FailureKind.HTTP_STATUS, Integer.toString(response.code()));
        }
        if (check.bodyContains().isPresent()) {
            byte[] head = response.peekBody(BODY_LIMIT).bytes();
            if (!new String(head, StandardCharsets.UTF_8)
                    .contains(check.bodyContains().get())) {
                return FailureReader.down(
                        Phase.HTTP, FailureKind.HTTP_BODY, "the expected text is not in its first 1 MiB");
            }
        }
        return new Outcome.Up();
    }
}
