package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.target.Target;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets {@code n00}, {@code n01} … stand in one network, and do not fail, nor return, in one instant. */
class StaggeredOutbreakStoriesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

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
    void halfOfANetworkThatFailsOneByOneWithinAMinuteIsOneNotice() {
        network(12);
        for (String name : names(0, 7)) {
            rig.dead.add(name);
            rig.run(Duration.ofSeconds(11));
        }
        rig.run(MINUTE.multipliedBy(4));

        List<Incident> networks = networkIncidents();
        assertThat(networks).hasSize(1);
        assertThat(rig.said)
                .containsExactly("incident/" + networks.getFirst().id().number() + "/outage");
        assertThat(networks.getFirst().extent().orElseThrow().down()).isEqualTo(7);
    }

    @Test
    void aReturnOneByOneWithinThreeMinutesIsOneNotice() {
        network(12);
        rig.dead.addAll(names(0, 7));
        rig.run(MINUTE.multipliedBy(5));
        rig.said.clear();
        for (String name : names(0, 7)) {
            rig.dead.remove(name);
            rig.run(Duration.ofSeconds(15));
        }
        rig.run(MINUTE.multipliedBy(3));

        assertThat(rig.said).singleElement().asString().contains("/restored re ");
    }

    @Test
    void whatLittleIsLeftDownGoesOnAloneSoThatTheNextDisruptionIsTold() {
        network(20);
        rig.dead.addAll(names(0, 10));
        rig.run(MINUTE.multipliedBy(5));
        Incident first = networkIncidents().getFirst();
        rig.dead.removeAll(names(1, 10));
        rig.run(MINUTE.multipliedBy(16));

        assertThat(networkIncidents()).isEmpty();
        assertThat(String.join("\n", rig.said))
                .contains(first.id().number() + "/restored")
                .contains("/still-down/-" + first.id().number());

        rig.said.clear();
        rig.dead.addAll(names(8, 16));
        rig.run(MINUTE.multipliedBy(5));

        Incident next = networkIncidents().getFirst();
        assertThat(rig.said).containsExactly("incident/" + next.id().number() + "/outage");
        assertThat(next.extent().orElseThrow().down()).isEqualTo(8);
    }

    private void network(int members) {
        List<Target> targets = names(0, members).stream()
                .map(Samples::target)
                .map(target -> Samples.weighed(target, MINUTE))
                .toList();
        rig.declare(targets);
        rig.run(MINUTE.multipliedBy(20));
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj("n%02d"::formatted).toList();
    }

    private List<Incident> networkIncidents() {
        return rig.engine.openIncidents().stream()
                .filter(one -> one.subject() instanceof Subject.OfNetwork)
                .toList();
    }
}
