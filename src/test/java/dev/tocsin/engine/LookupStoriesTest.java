package dev.tocsin.engine;

import static dev.tocsin.engine.NetworkStage.free;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.network.Grouping;
import dev.tocsin.core.network.SharedFrontEnds;
import dev.tocsin.core.target.AddressRange;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked, when, and what is made of the answers. */
class LookupStoriesTest {
    private static final String ADDRESS = "216.90.108.31";
    private static final String LOOKED_UP = "AS3561 216.88.0.0/14 < AS3561, LOOKED_UP";
    private static final String INFERRED = "216.90.108.0/24, INFERRED";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private NetworkStage stage;

    @BeforeEach
    void open() {
        stage = new NetworkStage(folder);
        stage.declare(free("api"));
        stage.worked("api", ADDRESS);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void anAddressIsInferredUntilItIsLookedUp() {
        stage.found(ADDRESS, "216.88.0.0/14", 3561);
        assertThat(stage.place("api")).isEqualTo(INFERRED);
        stage.roundAfter(SOON);
        assertThat(stage.place("api")).isEqualTo(LOOKED_UP);
        assertThat(stage.asked).containsExactly(ADDRESS);
    }

    @Test
    void whatWasFoundIsAskedForOnceADay() {
        stage.found(ADDRESS, "216.88.0.0/14", 3561);
        stage.roundAfter(SOON);
        stage.roundAfter(Duration.ofHours(24).minusSeconds(1));
        assertThat(stage.asked).hasSize(1);
        stage.found(ADDRESS, "216.90.108.0/24", 23_028);
        stage.roundAfter(Duration.ofSeconds(1));
        assertThat(stage.asked).hasSize(2);
        assertThat(stage.place("api")).isEqualTo("AS23028 216.90.108.0/24 < AS23028, LOOKED_UP");
    }

    @Test
    void whatIsNobodysIsAskedForEveryQuarterOfAnHour() {
        stage.answers.put(ADDRESS, new OriginLookup.Answer.Nothing());
        stage.roundAfter(SOON);
        stage.roundAfter(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(stage.asked).hasSize(1);
        assertThat(stage.place("api")).isEqualTo(INFERRED);
        stage.roundAfter(Duration.ofSeconds(1));
        assertThat(stage.asked).hasSize(2);
    }

    @Test
    void aLookupThatFailsIsTriedAgainAfterAQuarterOfAnHour() {
        stage.roundAfter(SOON);
        stage.roundAfter(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(stage.asked).hasSize(1);
        stage.found(ADDRESS, "216.88.0.0/14", 3561);
        stage.roundAfter(Duration.ofSeconds(1));
        assertThat(stage.asked).hasSize(2);
        assertThat(stage.place("api")).isEqualTo(LOOKED_UP);
    }

    @Test
    void whileLookupsFailWhatWasFoundHoldsForThirtyDays() {
        stage.found(ADDRESS, "216.88.0.0/14", 3561);
        stage.roundAfter(SOON);
        stage.answers.clear();
        stage.roundAfter(Duration.ofDays(30).minusSeconds(1));
        assertThat(stage.asked).hasSize(2);
        assertThat(stage.place("api")).isEqualTo(LOOKED_UP);
        stage.time.pass(Duration.ofSeconds(1));
        assertThat(stage.place("api")).isEqualTo(INFERRED);
    }

    @Test
    void anAddressThatIsNobodysAnyMoreIsNotHeldToBeWhatItWas() {
        stage.found(ADDRESS, "216.88.0.0/14", 3561);
        stage.roundAfter(SOON);
        stage.answers.put(ADDRESS, new OriginLookup.Answer.Nothing());
        stage.roundAfter(Duration.ofDays(1));
        assertThat(stage.place("api")).isEqualTo(INFERRED);
    }

    @Test
    void aLookupThatBreaksIsOneThatFails() {
        stage.fault = Optional.of(new IllegalStateException("on purpose"));
        stage.roundAfter(SOON);
        stage.roundAfter(SOON);
        assertThat(stage.place("api")).isEqualTo(INFERRED);
        assertThat(stage.asked).hasSize(1);
    }

    @Test
    void anAddressIsAskedAboutByOneLookupAtATimeWhoeverUsesIt() {
        stage.declare(free("api"), free("shop"));
        stage.worked("shop", ADDRESS);
        stage.networks.round();
        stage.time.pass(MINUTE);
        stage.networks.round();
        assertThat(stage.waiting.tasks).hasSize(1);
        stage.waiting.runAll();
        assertThat(stage.asked).containsExactly(ADDRESS);
    }

    @Test
    void whatThereIsNoRoomForIsAskedForInTheNextRound() {
        stage.declare(free("api"), free("shop"));
        stage.worked("shop", "198.41.0.4");
        stage.waiting.most = 1;
        stage.roundAfter(SOON);
        assertThat(stage.asked).hasSize(1);
        stage.roundAfter(SOON);
        assertThat(stage.asked).containsExactlyInAnyOrder(ADDRESS, "198.41.0.4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.20.30.40",
                "100.64.1.1",
                "169.254.169.254",
                "172.16.1.1",
                "192.168.1.1",
                "192.0.2.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "0:0:0:0:0:0:0:1",
                "fd00:0:0:0:0:0:0:1",
                "fe80:0:0:0:0:0:0:1%eth0",
                "2001:db8:0:0:0:0:0:1",
                "64:ff9b:0:0:0:0:d85a:6c1f"
            })
    void addressesThatAreNotPublicAreNeverAskedAbout(String address) {
        stage.worked("api", address);
        stage.declare(free("inner"));
        stage.worked("inner", address);
        stage.roundAfter(SOON);
        stage.roundAfter(Duration.ofDays(1));
        assertThat(stage.asked).isEmpty();
    }

    @Test
    void nobodyIsAskedUnlessTheConfigSaysSoAndWhatWasSaidCountsNoMore() {
        stage.found(ADDRESS, "216.88.0.0/14", 3561);
        stage.roundAfter(SOON);
        stage.declare(Grouping.PLAIN);
        stage.roundAfter(Duration.ofDays(2));
        assertThat(stage.asked).hasSize(1);
        assertThat(stage.place("api")).isEqualTo(INFERRED);
    }

    @Test
    void whatTheConfigOrThePublishedRangesSayIsNotAskedAbout() {
        stage.declare(NetworkStage.in("named", Optional.of(Samples.GOV.id())), free("prefixed"), free("fronted"));
        stage.declare(new Grouping(
                Map.of(),
                List.of(new Grouping.Prefix(AddressRange.parse("198.41.0.0/24").orElseThrow(), Samples.GOV.id())),
                SharedFrontEnds.USUAL,
                NetworkStage.CYMRU));
        stage.worked("named", ADDRESS);
        stage.worked("prefixed", "198.41.0.4");
        stage.worked("fronted", "104.16.1.1");
        stage.roundAfter(SOON);
        assertThat(stage.asked).isEmpty();
        assertThat(stage.place("prefixed")).isEqualTo("gov < AS5576 < Albania, DECLARED");
        assertThat(stage.place("fronted")).isEqualTo("shared");
    }

    @Test
    void aSystemThatManyShareGroupsNobody() {
        stage.found(ADDRESS, "216.90.0.0/16", 20_940);
        stage.roundAfter(SOON);
        assertThat(stage.place("api")).isEqualTo("shared");
    }

    @Test
    void aTargetThatMovesToAnotherAddressIsLookedUpThere() {
        stage.found(ADDRESS, "216.88.0.0/14", 3561);
        stage.found("198.41.0.4", "198.41.0.0/24", 396_566);
        stage.roundAfter(SOON);
        stage.worked("api", "198.41.0.4");
        stage.roundAfter(SOON);
        assertThat(stage.place("api")).isEqualTo("AS396566 198.41.0.0/24 < AS396566, LOOKED_UP");
    }

    @Test
    void afterARestartNothingFreshIsAskedForAgain() {
        stage.found(ADDRESS, "216.88.0.0/14", 3561);
        stage.roundAfter(SOON);
        stage.restartAfter(SOON);
        assertThat(stage.place("api")).as("before any look").isEqualTo(LOOKED_UP);
        stage.roundAfter(Duration.ofHours(23));
        assertThat(stage.asked).hasSize(1);
        stage.roundAfter(Duration.ofHours(1));
        assertThat(stage.asked).hasSize(2);
    }

    @Test
    void afterARestartWhatIsNobodysRestsToo() {
        stage.answers.put(ADDRESS, new OriginLookup.Answer.Nothing());
        stage.roundAfter(SOON);
        stage.restartAfter(SOON);
        stage.roundAfter(SOON);
        assertThat(stage.asked).hasSize(1);
    }

    @Test
    void aRestartAfterAMonthBeginsAnew() {
        stage.found(ADDRESS, "216.88.0.0/14", 3561);
        stage.roundAfter(SOON);
        stage.restartAfter(Duration.ofDays(31));
        assertThat(stage.place("api")).isEqualTo("unknown");
    }
}
