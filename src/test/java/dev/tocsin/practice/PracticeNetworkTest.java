package dev.tocsin.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.command.Practice.Mode;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.Target;
import dev.tocsin.probe.Probers;
import dev.tocsin.probe.SocketProber;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PracticeNetworkTest {
    private static final Duration TIMEOUT = Duration.ofMillis(400);

    private PracticeNetwork network;
    private final SocketProber prober = Probers.open();

    @BeforeEach
    void start() throws IOException {
        network = PracticeNetwork.start();
    }

    @AfterEach
    void stop() {
        network.close();
        prober.close();
    }

    @Test
    void sixGovernmentServicesATaxPortalAndThreeControlsAnswer() {
        assertThat(network.targets()).hasSize(7);
        assertThat(network.controls()).hasSize(3);
        assertThat(network.targets())
                .allSatisfy(target -> assertThat(look(target)).isEqualTo(new Outcome.Up()));
        assertThat(network.controls())
                .allSatisfy(control -> assertThat(prober.look(control.check(), Reach.ANYWHERE, TIMEOUT)
                                .outcome())
                        .isEqualTo(new Outcome.Up()));
    }

    @Test
    void shutdownLeavesEveryConnectionToTheGovernmentUnansweredAndOnlyThose() {
        List<String> switched = network.set(Mode.SHUTDOWN, Optional.empty());

        assertThat(switched).hasSize(6).contains("Parliament").doesNotContain("Tax filing portal");
        assertThat(government()).allSatisfy(target -> assertThat(kindOf(target)).contains(FailureKind.CONNECT_TIMEOUT));
        assertThat(look(target("tax-portal"))).isEqualTo(new Outcome.Up());
    }

    @Test
    void shutdownStaysSilentUnderManyLooksAndRestoreIsHeardAtOnce() {
        network.set(Mode.SHUTDOWN, Optional.of("gov-portal"));
        Target portal = target("gov-portal");

        List<Optional<FailureKind>> kinds = IntStream.range(0, 300)
                .parallel()
                .mapToObj(i -> prober.look(portal.check(), Reach.ANYWHERE, Duration.ofMillis(50))
                        .outcome())
                .map(PracticeNetworkTest::kind)
                .toList();
        network.set(Mode.RESTORE, Optional.of("gov-portal"));

        assertThat(kinds).allSatisfy(kind -> assertThat(kind).contains(FailureKind.CONNECT_TIMEOUT));
        assertThat(look(portal)).isEqualTo(new Outcome.Up());
    }

    @Test
    void refuseRefusesAndKeepsThePortForTheReturn() {
        int before = port("gov-parliament");
        network.set(Mode.REFUSE, Optional.of("gov-parliament"));
        Optional<FailureKind> refused = kindOf(target("gov-parliament"));
        network.set(Mode.RESTORE, Optional.of("gov-parliament"));

        assertThat(refused).contains(FailureKind.CONNECTION_REFUSED);
        assertThat(look(target("gov-parliament"))).isEqualTo(new Outcome.Up());
        assertThat(port("gov-parliament")).isEqualTo(before);
    }

    @Test
    void slowAnswersTooLateForHttpButStillAcceptsConnections() {
        network.set(Mode.SLOW, Optional.of("practice-gov"));

        assertThat(kindOf(target("gov-portal"))).contains(FailureKind.HTTP_TIMEOUT);
        assertThat(look(target("gov-mail"))).isEqualTo(new Outcome.Up());
    }

    @Test
    void everyModeFollowsOnEveryOtherManyTimes() {
        for (int round = 0; round < 10; round++) {
            for (Mode mode : Mode.values()) {
                network.set(mode, Optional.of("tax-portal"));
            }
            network.set(Mode.RESTORE, Optional.empty());
            assertThat(look(target("tax-portal"))).isEqualTo(new Outcome.Up());
        }
    }

    @Test
    void controlsCanBeSwitchedTogether() {
        assertThat(network.set(Mode.REFUSE, Optional.of("controls"))).hasSize(3);
        assertThat(prober.look(network.controls().getFirst().check(), Reach.ANYWHERE, TIMEOUT)
                        .outcome())
                .isInstanceOf(Outcome.Down.class);
    }

    @Test
    void anUnknownNameIsNamedInTheError() {
        assertThatThrownBy(() -> network.set(Mode.SLOW, Optional.of("moon"))).hasMessageContaining("'moon'");
    }

    private List<Target> government() {
        return network.targets().stream()
                .filter(target -> target.network().equals(Optional.of(Scenery.GOVERNMENT.id())))
                .toList();
    }

    private Target target(String id) {
        return network.targets().stream()
                .filter(target -> target.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private int port(String id) {
        return ((dev.tocsin.core.target.Check.Http) target(id).check()).url().getPort();
    }

    private Outcome look(Target target) {
        return prober.look(target.check(), Reach.ANYWHERE, TIMEOUT).outcome();
    }

    private Optional<FailureKind> kindOf(Target target) {
        return kind(look(target));
    }

    private static Optional<FailureKind> kind(Outcome outcome) {
        return outcome instanceof Outcome.Down down ? Optional.of(down.failure().kind()) : Optional.empty();
    }
}
