package dev.tocsin.probe;

import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Hop;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.HttpAsk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Makes an HTTP request on fresh connections, follows its redirects one by one, and holds the last answer against what
 * is expected. Safe for use by many threads.
 */
final class HttpLook {
    /** Longer URLs are asked for by nobody (RFC 9110, 4.1, has 8,000 octets supported). */
    private static final int LONGEST_LOCATION = 8_000;

    private final Names names;
    private final HttpClients clients;
    private final HttpRequests requests;

    HttpLook(Names names, HttpClients clients, String userAgent) {
        this.names = names;
        this.clients = clients;
        this.requests = new HttpRequests(userAgent);
    }

    Outcome look(Check.Http check, Course course) {
        @Nullable HttpUrl first = HttpUrl.parse(check.url().toString());
        if (first == null) {
            return FailureReader.down(Phase.DNS, FailureKind.DNS_NXDOMAIN, "not a URL that can be asked for");
        }
        Request request = requests.first(check.ask(), first);
        for (int followed = 0; ; followed++) {
            if (course.deadline().isOver()) {
                return FailureReader.timeout(followed == 0 ? Phase.DNS : Phase.HTTP);
            }
            Step step = step(check, request, followed, course);
            if (step.outcome() != null) {
                return step.outcome();
            }
            request = step.next();
        }
    }

    /** Either the end of the look or the request it goes on with. */
    private record Step(@Nullable Outcome outcome, Request next) {}

    private Step step(Check.Http check, Request request, int followed, Course course) {
        HttpPhases phases = new HttpPhases(course);
        try {
            HttpHop hop = hop(check, request.url(), course);
            Optional<Outcome> unresolved = unresolved(check, request.url(), course);
            if (unresolved.isPresent()) {
                return new Step(unresolved.get(), request);
            }
            return exchange(check, hop, request, followed, phases, course);
        } catch (Guard.Forbidden forbidden) {
            return new Step(forbidden(forbidden, followed), request);
        } catch (IOException failed) {
            Outcome outcome = FailureReader.read(failed, Phase.DNS, course.deadline());
            return new Step(HttpTrouble.behind(check.route(), outcome), request);
        }
    }

    private Step exchange(
            Check.Http check, HttpHop hop, Request request, int followed, HttpPhases phases, Course course)
            throws IOException {
        Call call = clients.asking(hop, phases, course).newCall(request);
        try (Response response = HttpTrouble.answer(call, phases)) {
            Step step = judge(check, request, response, followed, phases, course);
            call.cancel(); // What is left of the body is not waited for.
            return step;
        } catch (IOException failed) {
            if (phases.rootOf(failed) instanceof Guard.Forbidden forbidden) {
                return new Step(forbidden(forbidden, followed), request);
            }
            return new Step(HttpTrouble.read(failed, phases, check.route(), course), request);
        }
    }

    /**
     * A proxy resolves the name by itself. Where not all is open, what the name leads to from here must be open as well;
     * a name that leads nowhere is the target's failure, not the proxy's.
     */
    private Optional<Outcome> unresolved(Check.Http check, HttpUrl url, Course course) throws IOException {
        if (check.route().proxy().isEmpty() || !course.guard().isClosed()) {
            return Optional.empty();
        }
        course.enter(Phase.DNS);
        try {
            names.addresses(url.host(), check.route(), course);
            return Optional.empty();
        } catch (NameFailure failed) {
            return Optional.of(FailureReader.read(failed, Phase.DNS, course.deadline()));
        } finally {
            course.leave();
        }
    }

    private HttpHop hop(Check.Http check, HttpUrl url, Course course) throws IOException {
        Optional<URI> proxy = check.route().proxy();
        course.guard().admit(url.host(), url.port());
        course.enter(Phase.DNS);
        List<InetAddress> addresses = proxy.isPresent()
                ? names.addresses(proxy.get().getHost(), check.route(), course)
                : names.addresses(url.host(), check.route(), course);
        course.leave();
        return new HttpHop(url, addresses, check.tls(), check.ask().version(), proxy);
    }

    private Step judge(
            Check.Http check, Request request, Response response, int followed, HttpPhases phases, Course course)
            throws IOException {
        Optional<Outcome> trouble = HttpTrouble.seen(response, check.route());
        if (trouble.isPresent()) {
            return new Step(trouble.get(), request);
        }
        @Nullable String location = response.header("Location");
        HttpAsk ask = check.ask();
        if (ask.redirects() == 0 || location == null || !isRedirect(response.code())) {
            return new Step(new HttpJudge(check, course).judge(response, phases), request);
        }
        @Nullable
        HttpUrl to = location.length() > LONGEST_LOCATION ? null : request.url().resolve(location);
        course.hopped(new Hop(response.code(), shown(request.url()), to == null ? Quote.of(location) : shown(to)));
        if (to == null) {
            return down(request, FailureKind.HTTP_REDIRECT, "to no http or https URL that can be asked for");
        }
        if (followed >= ask.redirects()) {
            return down(
                    request,
                    FailureKind.HTTP_REDIRECT_LOOP,
                    String.format(Locale.ROOT, "more than %d", ask.redirects()));
        }
        return new Step(null, requests.next(ask, request, response.code(), to));
    }

    private static Step down(Request request, FailureKind kind, String detail) {
        return new Step(FailureReader.down(Phase.HTTP, kind, detail), request);
    }

    /** The URL without what it says of a user, and no longer than people read. */
    private static String shown(HttpUrl url) {
        return Quote.of(url.newBuilder().username("").password("").build().toString());
    }

    private static Outcome forbidden(Guard.Forbidden forbidden, int followed) {
        String why = String.valueOf(forbidden.getMessage());
        return followed > 0
                ? FailureReader.down(Phase.HTTP, FailureKind.HTTP_REDIRECT, why)
                : new Outcome.Unjudged(Outcome.Reason.NOT_ALLOWED, why);
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }
}
