package dev.tocsin.probe;

import dev.tocsin.core.cause.Sign;
import dev.tocsin.core.observe.Expectation;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.BodyTest;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.StatusRange;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Holds one HTTP answer against what is expected of it. */
final class HttpJudge {
    /** As much of a body as is searched. */
    static final long SEARCHED = 1 << 20;
    /** As much of a body as is read where nothing is searched: enough to see that it comes. */
    static final long READ = 64 << 10;

    private final Check.Http check;
    private final Course course;

    HttpJudge(Check.Http check, Course course) {
        this.check = check;
        this.course = course;
    }

    Outcome judge(Response response, HttpPhases phases) throws IOException {
        Outcome outcome = status(agreed(response, phases), response);
        for (Map.Entry<String, String> header : check.expectation().headers().entrySet()) {
            outcome = header(outcome, response, header.getKey(), header.getValue());
        }
        return bodies(outcome, response);
    }

    /** Judges what the two sides agreed to speak. */
    private Outcome agreed(Response response, HttpPhases phases) {
        Outcome outcome = new Outcome.Up();
        if (check.ask().version() == HttpAsk.Version.HTTP_2) {
            boolean two = response.protocol() == Protocol.HTTP_2 || response.protocol() == Protocol.H2_PRIOR_KNOWLEDGE;
            outcome = expect(
                    outcome,
                    FailureKind.HTTP_VERSION,
                    "HTTP/2",
                    response.protocol().toString(),
                    two);
        }
        if (check.tlsTerms().isEmpty() || phases.tlsVersion().isEmpty()) {
            return outcome;
        }
        Optional<String> alpn = Optional.of(response.protocol().toString());
        return TlsSessions.judge(outcome, check.tls(), phases.tlsVersion(), alpn, course);
    }

    /** A failure that is known already is not replaced by how the body breaks off. */
    private Outcome bodies(Outcome soFar, Response response) throws IOException {
        List<BodyTest> tests = check.expectation().body();
        if (!soFar.isWorking() && tests.isEmpty()) {
            return soFar;
        }
        String body;
        try {
            body = body(response, tests.isEmpty() ? READ : SEARCHED);
        } catch (IOException broken) {
            if (!soFar.isWorking()) {
                return soFar;
            }
            throw broken;
        }
        Outcome outcome = soFar;
        for (BodyTest test : tests) {
            outcome = body(outcome, test, body);
        }
        return outcome;
    }

    private Outcome status(Outcome soFar, Response response) {
        boolean met = false;
        StringJoiner wanted = new StringJoiner(" or ", "status ", "");
        for (StatusRange range : check.expectation().status()) {
            met |= range.holds(response.code());
            wanted.add(range.toString());
        }
        String found = response.code() < 100
                ? String.format(Locale.ROOT, "%03d", response.code())
                : String.valueOf(response.code());
        course.noted(new Expectation(wanted.toString(), found, result(met)));
        return met || !soFar.isWorking()
                ? soFar
                : FailureReader.down(course.phase(), FailureKind.HTTP_STATUS, found + comeBack(response));
    }

    /** What an answer that the service is unavailable says of when to come back (RFC 9110, 10.2.3). */
    private static String comeBack(Response response) {
        @Nullable String when = response.code() == 503 ? response.header(Sign.RETRY_AFTER) : null;
        return when == null ? "" : ", " + Sign.RETRY_AFTER + " " + Quote.of(when);
    }

    private Outcome header(Outcome soFar, Response response, String name, String regex) {
        @Nullable String value = response.header(name);
        boolean met = value != null && BoundedMatch.found(regex, value, course.deadline());
        return expect(
                soFar,
                FailureKind.HTTP_HEADER,
                "header " + name + " matches /" + regex + "/",
                value == null ? "no such header" : Quote.of(value),
                met);
    }

    private Outcome body(Outcome soFar, BodyTest test, String body) {
        return switch (test) {
            case BodyTest.Contains(String text) -> {
                boolean met = body.contains(text);
                yield expect(soFar, FailureKind.HTTP_BODY, test.wanted(), met ? "it does" : "it does not", met);
            }
            case BodyTest.Lacks(String text) -> {
                boolean met = !body.contains(text);
                yield expect(soFar, FailureKind.HTTP_BODY, test.wanted(), met ? "it does not" : "it does", met);
            }
            case BodyTest.Matches(String regex) -> {
                boolean met = BoundedMatch.found(regex, body, course.deadline());
                yield expect(soFar, FailureKind.HTTP_BODY, test.wanted(), met ? "it does" : "no match", met);
            }
            case BodyTest.Json(String path, String value) -> {
                Optional<String> found = JsonValue.at(path, body);
                yield expect(
                        soFar,
                        FailureKind.HTTP_BODY,
                        test.wanted(),
                        found.map(Quote::of).orElse("no such value"),
                        found.filter(value::equals).isPresent());
            }
        };
    }

    private Outcome expect(Outcome soFar, FailureKind kind, String wanted, String found, boolean met) {
        return course.expect(soFar, kind, new Expectation(wanted, found, result(met)));
    }

    private static Expectation.Result result(boolean met) {
        return met ? Expectation.Result.MET : Expectation.Result.MISSED;
    }

    /** The first part of the body; what breaks off before that is a failure. */
    private static String body(Response response, long limit) throws IOException {
        BufferedSource source = response.body().source();
        Buffer read = new Buffer();
        while (read.size() < limit && source.read(read, Math.min(8_192, limit - read.size())) >= 0) {
            // The call's time-out ends a body that drips.
        }
        @Nullable MediaType type = response.body().contentType();
        @Nullable Charset charset = type == null ? null : type.charset(StandardCharsets.UTF_8);
        return read.readString(charset == null ? StandardCharsets.UTF_8 : charset);
    }
}
