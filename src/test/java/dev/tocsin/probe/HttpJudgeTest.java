package dev.tocsin.probe;

import static dev.tocsin.probe.HttpBench.expecting;
import static dev.tocsin.probe.HttpBench.said;
import static dev.tocsin.probe.RecordingServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Expectation;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.BodyTest;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.HttpExpectation;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.StatusRange;
import dev.tocsin.core.target.TlsTerms;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpJudgeTest {
    private static final String JSON = "{\"status\":\"green\",\"nodes\":[{\"up\":true},{\"up\":false}],\"n\":3}";

    private final HttpBench bench = new HttpBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({"204,up", "301,up", "399,up", "418,up", "400,HTTP http_status 400", "500,HTTP http_status 500"})
    void aStatusWorksWhereARangeHoldsIt(int status, String says) {
        String answer = "HTTP/1.1 " + status + " Some\r\nContent-Length: 0\r\n\r\n";
        try (RecordingServer server = new RecordingServer(answer)) {
            HttpExpectation wanted = new HttpExpectation(
                    List.of(new StatusRange(200, 399), new StatusRange(418, 418)), List.of(), Map.of());

            assertThat(said(bench.look(check(server, wanted)))).isEqualTo(says);
        }
    }

    @Test
    void whatABodyMustHoldAndLackIsSaid() {
        try (RecordingServer server = new RecordingServer(ok("all systems go"))) {
            String url = server.url();
            assertThat(said(bench.look(expecting(url, new BodyTest.Contains("go"), new BodyTest.Lacks("down")))))
                    .isEqualTo("up");
            assertThat(said(bench.look(expecting(url, new BodyTest.Lacks("systems")))))
                    .isEqualTo("HTTP http_body expected does not contain \"systems\", found it does");
            assertThat(said(bench.look(expecting(url, new BodyTest.Matches("^all .* go$")))))
                    .isEqualTo("up");
            assertThat(said(bench.look(expecting(url, new BodyTest.Matches("sys[aeiou]ems")))))
                    .isEqualTo("HTTP http_body expected matches /sys[aeiou]ems/, found no match");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "$.status,green,up",
        "$.nodes[0].up,true,up",
        "$..up,true,up",
        "$.n,3,up",
        "$.n,4,'HTTP http_body expected $.n = 4, found 3'",
        "$.absent,1,'HTTP http_body expected $.absent = 1, found no such value'",
        "$..a..b,1,'HTTP http_body expected $..a..b = 1, found no such value'"
    })
    void aJsonPathIsHeldAgainstItsFirstValue(String path, String value, String says) {
        try (RecordingServer server = new RecordingServer(ok(JSON))) {
            assertThat(said(bench.look(expecting(server.url(), new BodyTest.Json(path, value)))))
                    .isEqualTo(says);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "X-Mood,^sunny,up",
        "x-mood,[0-9]$,up",
        "X-Mood,rain,'HTTP http_header expected header X-Mood matches /rain/, found sunny 7'",
        "X-None,.,'HTTP http_header expected header X-None matches /./, found no such header'"
    })
    void aHeaderIsSearched(String name, String regex, String says) {
        try (RecordingServer server = new RecordingServer(ok(""))) {
            HttpExpectation wanted = new HttpExpectation(Check.Http.WORKING, List.of(), Map.of(name, regex));

            assertThat(said(bench.look(check(server, wanted)))).isEqualTo(says);
        }
    }

    @Test
    void everyExpectationIsOnTheTrailAndTheFirstThatIsMissedIsTheFailure() {
        try (RecordingServer server = new RecordingServer(ok("abc"))) {
            Finding finding = bench.look(check(
                    server,
                    new HttpExpectation(
                            List.of(new StatusRange(200, 200)),
                            List.of(new BodyTest.Contains("z"), new BodyTest.Lacks("a"), new BodyTest.Contains("c")),
                            Map.of("X-Mood", "sunny"))));

            assertThat(said(finding)).isEqualTo("HTTP http_body expected contains \"z\", found it does not");
            assertThat(finding.trail().expectations())
                    .extracting(Expectation::result)
                    .containsExactly(
                            Expectation.Result.MET,
                            Expectation.Result.MET,
                            Expectation.Result.MISSED,
                            Expectation.Result.MISSED,
                            Expectation.Result.MET);
        }
    }

    @Test
    void aStatusThatIsAFailureIsNotHiddenByABodyThatBreaksOff() {
        try (RecordingServer server = new RecordingServer("HTTP/1.1 502 Bad\r\nContent-Length: 99\r\n\r\nshort")) {
            assertThat(said(bench.look(HttpBench.get(server.url())))).isEqualTo("HTTP http_status 502");
            assertThat(said(bench.look(expecting(server.url(), new BodyTest.Contains("x")))))
                    .isEqualTo("HTTP http_status 502");
        }
    }

    @Test
    void aGoodAnswerThatTakesLongerThanItMayIsDegraded() {
        try (RecordingServer server = new RecordingServer(ok("abc"))) {
            Check.Http check = new Check.Http(
                    URI.create(server.url()),
                    HttpAsk.GET,
                    HttpBench.ANYTHING,
                    TlsTerms.STRICT,
                    Route.DIRECT,
                    Optional.of(Duration.ofNanos(1)));

            assertThat(bench.look(check).outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Degraded.class,
                            degraded -> assertThat(degraded.flaw())
                                    .extracting(Failure::kind)
                                    .isEqualTo(FailureKind.HTTP_TOO_SLOW));
        }
    }

    private static Check.Http check(RecordingServer server, HttpExpectation wanted) {
        return HttpBench.check(server.url(), HttpBench.following(0), wanted, TlsTerms.STRICT, Route.DIRECT);
    }
}
