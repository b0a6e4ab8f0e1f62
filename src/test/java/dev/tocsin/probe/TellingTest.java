package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class TellingTest {
    private final IOException refused = new ConnectException("Connection refused");
    private final IOException timedOut = new SocketTimeoutException("Connect timed out");
    private final IOException noWay = new ConnectException("Network is unreachable");

    @Test
    void theLaterOfTwoFailuresOfTheServerStands() {
        assertThat(Telling.of(refused, timedOut)).isSameAs(timedOut);
        assertThat(Telling.of(timedOut, refused)).isSameAs(refused);
    }

    @Test
    void thatThisMachineHasNoWayHidesNothingBeforeIt() {
        assertThat(Telling.of(refused, noWay)).isSameAs(refused);
        assertThat(Telling.of(refused, new IOException("wrapped", new SocketException("Network is unreachable"))))
                .isSameAs(refused);
    }

    @Test
    void thatThisMachineHasNoWayStandsWhereNothingElseIsKnown() {
        IOException again = new ConnectException("Network is unreachable (connect failed)");

        assertThat(Telling.of(null, noWay)).isSameAs(noWay);
        assertThat(Telling.of(noWay, again)).isSameAs(again);
        assertThat(Telling.of(noWay, refused)).isSameAs(refused);
    }
}
