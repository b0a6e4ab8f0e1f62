package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long an outage's notice waits for others of the same event. Three failed looks in a row confirm one. */
class GatheringStoriesTest {
    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        rig.declare(Stream.concat(
                        Stream.of(
                                Samples.target("api"),
                                Samples.target("web"),
                                Samples.target("mail"),
                                Samples.alone(Samples.target("tax"))),
                        Samples.neighbours(17))
                .toList());
        rig.run(Duration.ofMinutes(2));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void thoseOfTheNetworkThatAreBeingDecidedAreWaitedForAndToldWithIt() {
        fail("api", "web", "mail");
        fail("api", "web", "mail");
        fail("api");
        rig.run(Duration.ofSeconds(8));
        assertThat(rig.said).isEmpty();
        rig.run(Duration.ofSeconds(4));

        assertThat(rig.said).containsExactly("incident/1/outage + incident/2/outage + incident/3/outage");
    }

    @Test
    void anOutageWithNobodyBesideItWaitsThreeSeconds() {
        fail("api");
        fail("api");
        fail("api");
        rig.run(Duration.ofMillis(2_500));
        assertThat(rig.said).isEmpty();
        rig.run(Duration.ofSeconds(1));

        assertThat(rig.said).containsExactly("incident/1/outage");
    }

    @Test
    void nobodyWaitsForWhatFailsElsewhere() {
        fail("api", "tax");
        fail("api");
        fail("api");
        rig.run(Duration.ofMillis(3_500));

        assertThat(rig.said).containsExactly("incident/1/outage");
    }

    @Test
    void oneThatAnswersAfterAllHoldsNothingUpForLong() {
        fail("api", "web");
        fail("api", "web");
        fail("api");
        rig.dead.remove("web");
        rig.run(Duration.ofMillis(10_500));

        assertThat(rig.said).containsExactly("incident/1/outage");
    }

    /** A failed look at each, and as long as it takes until the controls vouch for it. */
    private void fail(String... targets) {
        rig.run(Duration.ofMillis(250));
        rig.dead.addAll(List.of(targets));
        List<CompletableFuture<Observation>> looks = Stream.of(targets)
                .map(target ->
                        rig.works().books().watch().find(new TargetId(target)).orElseThrow())
                .map(watched -> rig.works().checks().begin(watched, LookPlan.Kind.AGAIN, rig.time.now()))
                .toList();
        for (int i = 0; i < 20 && !looks.stream().allMatch(CompletableFuture::isDone); i++) {
            rig.run(Duration.ofMillis(250));
        }
        assertThat(looks).allMatch(CompletableFuture::isDone);
    }
}
