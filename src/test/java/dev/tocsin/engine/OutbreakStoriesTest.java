package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets {@code n00}, {@code n01} … stand in one network; {@code tax} stands in none. */
class OutbreakStoriesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aNetworkThatFailsAsOneIsOneNoticeAndSoIsItsReturn() {
        network(6);
        rig.dead.add("n");
        rig.run(THREE_MINUTES);

        Incident network = networkIncident();
        assertThat(rig.said).containsExactly("incident/" + network.id().number() + "/outage");
        assertThat(network.extent().orElseThrow().down()).isEqualTo(6);
        assertThat(parts(network)).hasSize(6);

        rig.dead.clear();
        rig.run(THREE_MINUTES);

        assertThat(rig.said).hasSize(2);
        assertThat(rig.said.getLast()).isEqualTo("incident/" + network.id().number() + "/restored re m1");
        assertThat(rig.engine.openIncidents()).isEmpty();
    }

    @Test
    void whatIsDoneToAPartIsAskedForItsNetwork() {
        network(6);
        rig.dead.add("n");
        rig.run(THREE_MINUTES);
        Incident network = networkIncident();
        Reply part = rig.ask(new Request.Acknowledge(parts(network).getFirst().id(), "ben"));
        Reply whole = rig.ask(new Request.Acknowledge(network.id(), "ben"));

        assertThat(part)
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused ->
                                assertThat(refused.why()).contains(network.id().toString()));
        assertThat(whole).isInstanceOf(Reply.Done.class);
        assertThat(rig.archive().incidents(9)).extracting(Incident::id).containsExactly(network.id());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 40})
    void underTheFilterAtAMinutesPaceItIsToldWithinThatMinute(int members) {
        network(members, one -> Samples.weighed(one, MINUTE));
        rig.run(Duration.ofMinutes(20));
        Instant cut = rig.time.now();
        rig.dead.add("n");
        rig.run(THREE_MINUTES);

        assertThat(rig.said).hasSize(1);
        Duration known = Duration.between(cut, networkIncident().confirmedAt());
        assertThat(known).isBetween(Troubled.SPAN, MINUTE.plusSeconds(25));
    }

    @Test
    void aReturnInPartIsToldOnceAndTheRestoration() {
        network(6);
        rig.dead.add("n");
        rig.run(THREE_MINUTES);
        long id = networkIncident().id().number();
        rig.dead.remove("n");
        rig.dead.addAll(List.of("n00", "n01"));
        rig.run(Duration.ofMinutes(8));
        rig.dead.clear();
        rig.run(THREE_MINUTES);

        assertThat(rig.said)
                .containsExactly(
                        "incident/" + id + "/outage",
                        "incident/" + id + "/returning re m1",
                        "incident/" + id + "/restored re m1");
    }

    @Test
    void whoeverFailsLaterJoins() {
        network(10);
        rig.dead.addAll(names(0, 9));
        rig.run(THREE_MINUTES);
        rig.dead.add("n09");
        rig.run(THREE_MINUTES);

        assertThat(rig.said).hasSize(1);
        assertThat(parts(networkIncident())).hasSize(10);
        assertThat(networkIncident().extent().orElseThrow().down()).isEqualTo(10);
    }

    @Test
    void whenMuchMoreOfItFailsThatIsToldOnce() {
        network(10);
        rig.dead.addAll(names(0, 3));
        rig.run(THREE_MINUTES);
        long id = networkIncident().id().number();
        rig.dead.add("n");
        rig.run(Duration.ofMinutes(20));

        assertThat(rig.said).containsExactly("incident/" + id + "/outage", "incident/" + id + "/widened/10 re m1");
    }

    @Test
    void ofANetworkThatWasToldToBeUnreachableTheRestIsNotToldAnew() {
        network(10);
        rig.dead.addAll(names(0, 8));
        rig.run(THREE_MINUTES);
        rig.dead.add("n");
        rig.run(Duration.ofMinutes(20));

        assertThat(rig.said).hasSize(1);
    }

    @Test
    void whatFailsForItsOwnReasonIsToldOnItsOwnWhenTheNetworkIsBack() {
        network(21);
        rig.dead.add("n");
        rig.run(THREE_MINUTES);
        Incident network = networkIncident();
        rig.dead.remove("n");
        rig.dead.add("n20");
        rig.run(Duration.ofMinutes(13));

        assertThat(rig.said)
                .anyMatch(text -> text.contains("incident/" + network.id().number() + "/restored"));
        assertThat(rig.said)
                .anyMatch(text -> text.contains("/still-down/-" + network.id().number()));
        assertThat(rig.engine.openIncidents())
                .singleElement()
                .satisfies(one -> assertThat(one.partOf()).isEmpty());

        rig.dead.clear();
        rig.run(THREE_MINUTES);
        assertThat(rig.said.getLast()).contains("/restored re ");
        assertThat(rig.engine.openIncidents()).isEmpty();
    }

    @Test
    void aThirdOfANetworkIsToldAsOneDisruptionInPart() {
        network(9);
        rig.dead.addAll(names(0, 3));
        rig.run(THREE_MINUTES);

        assertThat(rig.said).hasSize(1);
        assertThat(networkIncident().extent().orElseThrow().isWhole()).isFalse();
        assertThat(networkIncident().extent().orElseThrow().percent()).isEqualTo(33);
    }

    @Test
    void twoOfANetworkAreTwoOutages() {
        network(9);
        rig.dead.addAll(names(0, 2));
        rig.run(THREE_MINUTES);

        assertThat(rig.engine.openIncidents())
                .hasSize(2)
                .allMatch(one -> one.subject() instanceof Subject.OfTarget)
                .allMatch(one -> one.partOf().isEmpty());
        assertThat(String.join(" + ", rig.said)).contains("incident/1/outage", "incident/2/outage");
    }

    @Test
    void whatWasDownLongBeforeIsNoPartOfIt() {
        network(6);
        rig.dead.add("n05");
        rig.run(Duration.ofHours(1));
        rig.dead.add("n");
        rig.run(THREE_MINUTES);

        assertThat(rig.said).hasSize(2);
        assertThat(parts(networkIncident())).hasSize(5);
    }

    @Test
    void aMuteOfOneDoesNotHoldBackTheNetworkAndAMuteOfTheNetworkDoes() {
        network(6);
        mute(new Scope.OfTarget(new TargetId("n00")));
        rig.dead.add("n");
        rig.run(THREE_MINUTES);
        assertThat(rig.said).hasSize(1);
        rig.dead.clear();
        rig.run(THREE_MINUTES);
        assertThat(rig.said).hasSize(2);

        mute(new Scope.OfNetwork(new NetworkId("gov")));
        rig.dead.add("n");
        rig.run(THREE_MINUTES);
        assertThat(rig.said).hasSize(2);
    }

    @Test
    void whoSubscribedToOneTargetHearsOfItsNetwork() {
        rig.scope = new Scope.OfTarget(new TargetId("n03"));
        network(6);
        rig.dead.add("n");
        rig.run(THREE_MINUTES);

        assertThat(rig.said)
                .containsExactly("incident/" + networkIncident().id().number() + "/outage");
    }

    @Test
    void aRestartInTheMiddleTellsNothingTwice() {
        network(6);
        rig.dead.add("n");
        rig.run(THREE_MINUTES);
        Incident before = networkIncident();
        rig.restartAfter(Duration.ofMinutes(5));
        rig.run(THREE_MINUTES);
        assertThat(networkIncident().id()).isEqualTo(before.id());
        rig.dead.clear();
        rig.run(THREE_MINUTES);

        assertThat(rig.said)
                .containsExactly(
                        "incident/" + before.id().number() + "/outage",
                        "incident/" + before.id().number() + "/restored re m1");
    }

    @Test
    void targetsThatAreRemovedWhileTheirNetworkIsDownEndIt() {
        network(6);
        rig.dead.add("n");
        rig.run(THREE_MINUTES);
        rig.declare(List.of(Samples.alone(Samples.target("tax"))));
        rig.run(THREE_MINUTES);

        assertThat(rig.engine.openIncidents()).isEmpty();
        assertThat(rig.said.getLast()).contains("/withdrawn");
    }

    private void network(int members) {
        network(members, UnaryOperator.identity());
    }

    private void network(int members, UnaryOperator<Target> like) {
        List<Target> targets = new java.util.ArrayList<>(names(0, members).stream()
                .map(name -> like.apply(Samples.target(name)))
                .toList());
        targets.add(Samples.alone(Samples.target("tax")));
        rig.declare(targets);
        rig.run(Duration.ofMinutes(2));
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj("n%02d"::formatted).toList();
    }

    private void mute(Scope scope) {
        Instant now = rig.time.now();
        rig.ask(new Request.Silence(Mute.Purpose.MUTE, scope, now, now.plus(Duration.ofHours(2)), "", "anna"));
    }

    private Incident networkIncident() {
        List<Incident> networks = rig.engine.openIncidents().stream()
                .filter(one -> one.subject() instanceof Subject.OfNetwork)
                .toList();
        assertThat(networks).hasSize(1);
        return networks.getFirst();
    }

    private List<Incident> parts(Incident network) {
        return rig.engine.openIncidents().stream()
                .filter(one -> one.partOf().filter(network.id()::equals).isPresent())
                .toList();
    }
}
