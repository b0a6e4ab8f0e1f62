package dev.tocsin.probe;

import static dev.tocsin.probe.HttpBench.said;
import static dev.tocsin.probe.RecordingServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.target.AddressOrder;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.TlsTerms;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HttpAddressesTest {
    private final HttpBench bench = new HttpBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"IPV4_FIRST", "IPV4_ONLY"})
    void theNextAddressIsTriedWhereTheFirstIsDead(AddressOrder order) {
        try (LoopbackNames names = new LoopbackNames("127.0.0.2", "127.0.0.1");
                RecordingServer server = new RecordingServer(ok(""))) {
            Finding finding = bench.look(check(names, order, server.port()));

            assertThat(said(finding)).isEqualTo("up");
            assertThat(finding.address()).contains("127.0.0.1");
            assertThat(finding.trail().attempts()).hasSize(2);
            assertThat(finding.trail().attempts().getFirst().address()).isEqualTo("127.0.0.2:" + server.port());
            assertThat(finding.trail().attempts().getFirst().failure())
                    .hasValueSatisfying(
                            failure -> assertThat(failure.kind()).isEqualTo(FailureKind.CONNECTION_REFUSED));
            assertThat(finding.trail().attempts().getLast().failure()).isEmpty();
            assertThat(server.requests().getFirst()).contains("Host: two.test:" + server.port());
        }
    }

    @Test
    void allAddressesDeadIsTheFailureOfTheLast() {
        int closed;
        try (RecordingServer server = new RecordingServer("")) {
            closed = server.port();
        }
        try (LoopbackNames names = new LoopbackNames("127.0.0.2", "127.0.0.3")) {
            Finding finding = bench.look(check(names, AddressOrder.IPV4_FIRST, closed));

            assertThat(said(finding)).isEqualTo("TCP connection_refused");
            assertThat(finding.trail().attempts()).hasSize(2);
        }
    }

    @Test
    void aNameWithoutTheOnlyFamilyThatIsWantedHasNoAnswer() {
        try (LoopbackNames names = new LoopbackNames("127.0.0.1")) {
            assertThat(said(bench.look(check(names, AddressOrder.IPV6_ONLY, 80))))
                    .startsWith("DNS dns_no_answer");
        }
    }

    private static Check.Http check(LoopbackNames names, AddressOrder order, int port) {
        Route route = new Route(order, Optional.of(names.address()), Optional.empty());
        return HttpBench.check(
                "http://two.test:" + port + "/", HttpAsk.GET, HttpBench.ANYTHING, TlsTerms.STRICT, route);
    }
}
