package dev.tocsin.probe;

import static dev.tocsin.probe.HttpBench.asking;
import static dev.tocsin.probe.HttpBench.following;
import static dev.tocsin.probe.HttpBench.said;
import static dev.tocsin.probe.RecordingServer.ok;
import static dev.tocsin.probe.RecordingServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Hop;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRedirectTest {
    private final HttpBench bench = new HttpBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void withoutRedirectsToFollowOneIsAnAnswer() {
        try (RecordingServer server = new RecordingServer(redirect(302, "/next"), ok(""))) {
            Finding finding = bench.look(asking(server.url(), following(0)));

            assertThat(said(finding)).isEqualTo("up");
            assertThat(finding.trail().redirects()).isEmpty();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void eachHopIsOnTheTrail() {
        try (RecordingServer server = new RecordingServer(redirect(301, "b?x=1"), redirect(307, "../c"), ok(""))) {
            Finding finding = bench.look(asking(server.url() + "d/a", following(2)));

            assertThat(said(finding)).isEqualTo("up");
            assertThat(finding.trail().redirects())
                    .isEqualTo(List.of(
                            new Hop(301, server.url() + "d/a", server.url() + "d/b?x=1"),
                            new Hop(307, server.url() + "d/b?x=1", server.url() + "c")));
            assertThat(finding.trail().attempts()).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"20,up", "19,HTTP http_redirect_loop more than 19"})
    void aChainOfTwentyHopsIsFollowedWhereTwentyAreAllowed(int most, String says) {
        String[] answers = Stream.concat(
                        IntStream.range(0, 20).mapToObj(hop -> redirect(302, "/" + hop)), Stream.of(ok("")))
                .toArray(String[]::new);
        try (RecordingServer server = new RecordingServer(answers)) {
            Finding finding = bench.look(asking(server.url(), following(most)));

            assertThat(said(finding)).isEqualTo(says);
            assertThat(finding.trail().redirects()).hasSize(20);
        }
    }

    @Test
    void aUserInALocationIsNeitherSentNorShown() {
        try (RecordingServer end = new RecordingServer(ok(""))) {
            String location = end.url().replace("//", "//bob:hush@");
            try (RecordingServer start = new RecordingServer(redirect(302, location))) {
                Finding finding = bench.look(asking(start.url(), following(1)));

                assertThat(said(finding)).isEqualTo("up");
                assertThat(finding.trail().redirects()).containsExactly(new Hop(302, start.url(), end.url()));
                assertThat(end.requests().getFirst()).doesNotContain("Authorization", "hush");
            }
        }
    }

    @Test
    void aLookThatMayGoToPublicAddressesAloneNeverReachesLoopback() {
        try (RecordingServer server = new RecordingServer(ok(""))) {
            Finding finding = bench.lookInPublic(HttpBench.get(server.url()));

            assertThat(finding.outcome().isWorking()).isFalse();
            assertThat(server.requests()).isEmpty();
        }
    }
}
