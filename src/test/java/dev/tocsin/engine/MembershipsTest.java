package dev.tocsin.engine;

import static dev.tocsin.engine.NetworkStage.free;
import static dev.tocsin.engine.NetworkStage.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.network.Group;
import dev.tocsin.core.network.Membership;
import dev.tocsin.core.network.Place;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.AddressRange;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MembershipsTest {
    private static final Group SAVVIS =
            new Group.Announced(AddressRange.parse("216.88.0.0/14").orElseThrow(), List.of(3561L));
    private static final String IN_SAVVIS = "AS3561 216.88.0.0/14 < AS3561, LOOKED_UP";
    private static final String IN_ROOT = "AS396566 198.41.0.0/24 < AS396566, LOOKED_UP";
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private NetworkStage stage;
    private Memberships memberships;

    @BeforeEach
    void open() {
        stage = new NetworkStage(folder);
        stage.found("216.90.108.31", "216.88.0.0/14", 3561);
        stage.found("216.89.1.1", "216.88.0.0/14", 3561);
        stage.found("198.41.0.4", "198.41.0.0/24", 396_566);
        stage.declare(free("api"), free("shop"), free("root"), free("new"), in("tax", Optional.of(Samples.GOV.id())));
        stage.worked("api", "216.90.108.31");
        stage.worked("shop", "216.89.1.1");
        stage.worked("root", "198.41.0.4");
        stage.worked("tax", "216.89.1.1");
        stage.roundAfter(SOON);
        stage.roundAfter(SOON);
        memberships = stage.networks.memberships();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theMembersOfAGroupAreThoseWhoStandInIt() {
        assertThat(memberships.members(SAVVIS)).containsExactlyInAnyOrder(id("api"), id("shop"));
        assertThat(memberships.members(new Group.OfSystem(396_566))).containsExactly(id("root"));
        assertThat(memberships.members(new Group.OfCountry("Albania"))).containsExactly(id("tax"));
        assertThat(memberships.members(new Group.OfCountry("US"))).isEmpty();
    }

    @Test
    void aMembershipSaysHowItIsKnownAndSinceWhen() {
        Membership membership = memberships.of(id("api")).orElseThrow();

        assertThat(membership.network()).isEqualTo(SAVVIS);
        assertThat(membership.groups()).containsExactly(SAVVIS, new Group.OfSystem(3561));
        assertThat(membership.source()).isEqualTo(Place.Source.LOOKED_UP);
        assertThat(membership.lookedUpAt()).contains(Samples.NOON.plus(SOON));
        stage.roundAfter(Duration.ofDays(1));
        Membership later = memberships.of(id("api")).orElseThrow();
        assertThat(later.lookedUpAt())
                .contains(Samples.NOON.plus(SOON).plus(SOON).plus(Duration.ofDays(1)));
        assertThat(later.since()).isEqualTo(membership.since());
        assertThat(memberships.of(id("new"))).isEmpty();
        assertThat(memberships.of(id("nobody"))).isEmpty();
    }

    @Test
    void aTargetThatMovesIsInItsNetworkSinceThen() {
        memberships.of(id("api"));
        stage.worked("api", "198.41.0.4");
        stage.roundAfter(SOON);

        assertThat(memberships.of(id("api")).orElseThrow().since()).isEqualTo(stage.time.now());
    }

    @Test
    void aLookThatFailsMovesNothingOnceALookWorked() {
        stage.saw("api", "10.10.34.34", Samples.down());
        assertThat(stage.place("api")).isEqualTo(IN_SAVVIS);
        stage.saw("new", "198.41.0.4", Samples.down());
        assertThat(stage.place("new")).isEqualTo(IN_ROOT);
        stage.saw("new", "216.89.1.1", Samples.down());
        assertThat(stage.place("new")).isEqualTo(IN_ROOT);
        stage.worked("new", "216.89.1.1");
        assertThat(stage.place("new")).isEqualTo(IN_SAVVIS);
    }

    @Test
    void aLookThatDoesNotCountMovesNothing() {
        stage.saw("new", "198.41.0.4", new Outcome.Unjudged(Outcome.Reason.OWN_NETWORK, ""));
        assertThat(stage.place("new")).isEqualTo("unknown");
    }

    @Test
    void nobodyLeavesAFrozenNetworkNorItsAddress() {
        memberships.freeze(SAVVIS);
        stage.worked("api", "198.41.0.4");
        assertThat(stage.place("api")).isEqualTo(IN_SAVVIS);
        assertThat(memberships.address(id("api"))).isEqualTo(Address.parse("216.90.108.31"));
        memberships.thaw(SAVVIS);
        assertThat(stage.place("api")).isEqualTo(IN_ROOT);
        assertThat(memberships.address(id("api"))).isEqualTo(Address.parse("198.41.0.4"));
    }

    @Test
    void nobodyLeavesAFrozenNetworkBecauseItIsAnnouncedNoMore() {
        memberships.freeze(SAVVIS);
        stage.answers.put("216.90.108.31", new OriginLookup.Answer.Nothing());
        stage.roundAfter(Duration.ofDays(1));
        assertThat(stage.place("api")).isEqualTo(IN_SAVVIS);
        memberships.thaw(SAVVIS);
        assertThat(stage.place("api")).isEqualTo("216.90.108.0/24, INFERRED");
    }

    @Test
    void nobodyWhoStoodElsewhereComesIntoAFrozenNetwork() {
        memberships.freeze(SAVVIS);
        stage.worked("root", "216.89.1.1");
        assertThat(stage.place("root")).isEqualTo(IN_ROOT);
        assertThat(memberships.members(SAVVIS)).containsExactlyInAnyOrder(id("api"), id("shop"));
        assertThat(memberships.address(id("root"))).isEqualTo(Address.parse("216.89.1.1"));
    }

    @Test
    void whoWasKnownNowhereMayStillTurnOutToBeAMember() {
        memberships.freeze(SAVVIS);
        stage.saw("new", "216.89.1.1", Samples.down());
        assertThat(memberships.members(SAVVIS)).containsExactlyInAnyOrder(id("api"), id("shop"), id("new"));
    }

    @Test
    void whatATargetNamesHoldsAtOnce() {
        memberships.freeze(SAVVIS);
        stage.declare(in("api", Optional.of(Samples.GOV.id())), free("shop"));
        assertThat(stage.place("api")).isEqualTo("gov < AS5576 < Albania, DECLARED");
        assertThat(memberships.members(SAVVIS)).containsExactly(id("shop"));
    }

    @Test
    void twoIncidentsHoldTheirOwn() {
        Group system = new Group.OfSystem(3561);
        memberships.freeze(SAVVIS);
        memberships.freeze(system);
        memberships.freeze(SAVVIS);
        memberships.thaw(SAVVIS);
        stage.worked("api", "198.41.0.4");
        assertThat(stage.place("api")).isEqualTo(IN_SAVVIS);
        memberships.thaw(system);
        assertThat(stage.place("api")).isEqualTo(IN_ROOT);
    }

    @Test
    void afterARestartTheMembersOfANetworkThatIsDeadAreKnownWithoutALook() {
        stage.restartAfter(SOON);

        assertThat(stage.networks.memberships().members(SAVVIS)).containsExactlyInAnyOrder(id("api"), id("shop"));
        assertThat(stage.networks.memberships().address(id("api"))).isEqualTo(Address.parse("216.90.108.31"));
    }

    @Test
    void whoIsRemovedIsForgotten() {
        stage.declare(free("shop"));
        stage.networks.round();
        stage.declare(free("shop"), free("api"));
        assertThat(stage.place("api")).isEqualTo("unknown");
        assertThat(memberships.members(SAVVIS)).containsExactly(id("shop"));
    }

    private static TargetId id(String id) {
        return new TargetId(id);
    }
}
