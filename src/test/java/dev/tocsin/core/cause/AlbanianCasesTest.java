package dev.tocsin.core.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.cause.Naming.Pinned;
import dev.tocsin.core.cause.Naming.Servers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Three events on one government network, as this detector would have seen them. */
class AlbanianCasesTest {
    /** July 2022: nine of nine services gone within a minute, their name servers with them, for two days. */
    @Test
    void aNetworkThatIsDisconnectedAtOnceWithItsNameServersInside() {
        Scene seen = Scene.failing(Map.of(Sign.SILENT, 36, Sign.NAME, 18))
                .network(9, 0, 9)
                .within(40)
                .slower(1.1)
                .pinned(Pinned.SILENT)
                .servers(Servers.ALL_INSIDE)
                .resolvers(2, 2)
                .relatives(3, 3)
                .controls(3, 3);

        assertThat(seen.assessed().label()).isEqualTo(Cause.NETWORK_LOSS);
        assertThat(seen.assessed().confidence()).contains(Confidence.MEDIUM);
        assertThat(seen.vantages(3, 0).assessed().confidence()).contains(Confidence.HIGH);
    }

    /** The same when every look fails at the name: the trap. DNS errors follow from the loss and do not explain it. */
    @Test
    void theSameWhereNoLookGetsBeyondTheName() {
        Scene seen = Scene.failing(Map.of(Sign.NAME, 54))
                .network(9, 0, 9)
                .within(40)
                .resolvers(2, 2)
                .pinned(Pinned.SILENT)
                .servers(Servers.ALL_INSIDE);

        assertThat(seen.assessed().label()).isEqualTo(Cause.NETWORK_LOSS);
        assertThat(seen.assessed().cluesFor()).extracting(Clue::rule).contains("NL6", "NL7");
        assertThat(seen.assessed().cluesAgainst()).extracting(Clue::rule).containsExactly("DF1");
    }

    /** 2014: the name servers alone fail for 40 minutes; whoever knows an address is served. */
    @Test
    void itsNameServersAloneFailWhilePinnedAddressesServe() {
        Scene seen = Scene.failing(Map.of(Sign.NAME, 40))
                .network(9, 0, 9)
                .within(50)
                .slower(1)
                .pinned(Pinned.SERVES)
                .servers(Servers.ALL_INSIDE)
                .resolvers(2, 2)
                .relatives(3, 3)
                .controls(3, 3);

        assertThat(seen.assessed().label()).isEqualTo(Cause.DNS_FAULT);
        assertThat(seen.assessed().confidence()).contains(Confidence.MEDIUM);
        assertThat(seen.vantages(2, 0).assessed().confidence()).contains(Confidence.MEDIUM);
    }

    /** A flood of an hour: slower and slower, 5xx first, then time-outs; every fifth look still succeeds. */
    @Test
    void aFloodOfAnHourWithSlowdownAnd5xxFirst() {
        Scene seen = Scene.failing(Map.of(Sign.SERVER_ERROR, 9, Sign.STALLED, 20, Sign.SILENT, 19))
                .succeeding(12, 9)
                .before(4, 9)
                .slower(6.2)
                .network(8, 0, 9)
                .within(55)
                .relatives(3, 3)
                .controls(3, 3);

        assertThat(seen.assessed().label()).isEqualTo(Cause.OVERLOAD);
        assertThat(seen.assessed().confidence()).contains(Confidence.MEDIUM);
        assertThat(seen.vantages(3, 0).assessed().confidence()).contains(Confidence.HIGH);
    }

    /** The flood as it is seen when it is confirmed: three looks that answered 502 after slow ones. */
    @Test
    void theSameFloodWhenItIsConfirmed() {
        Scene seen = Scene.failing(Map.of(Sign.SERVER_ERROR, 3))
                .before(2, 9)
                .slower(4)
                .network(1, 5, 9);

        assertThat(seen.assessed().label()).isEqualTo(Cause.OVERLOAD);
    }
}
