package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reaches a channel while the store or the platform fails. */
class DeliveryStoriesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        rig.run(MINUTE);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void anEndWaitsForItsOutageThatAFailingStoreHoldsBack() {
        rig.confirmDown("api");
        rig.breakStore(true);
        rig.dead.clear();
        rig.run(TWO_MINUTES);
        assertThat(ofIncidents()).isEmpty();
        rig.breakStore(false);
        rig.run(MINUTE);

        assertThat(ofIncidents()).containsExactly("incident/1/outage", "incident/1/restored re m2");
    }

    @Test
    void anEndIsToldWhereAnEarlierProcessToldTheOutageAndTheStoreFails() {
        rig.confirmDown("api");
        rig.run(MINUTE);
        rig.restartAfter(Duration.ofSeconds(1));
        rig.breakStore(true);
        rig.dead.clear();
        rig.run(TWO_MINUTES);
        assertThat(ofIncidents()).containsExactly("incident/1/outage", "incident/1/restored");
        rig.breakStore(false);
        rig.run(MINUTE);

        assertThat(ofIncidents()).hasSize(2);
    }

    @Test
    void anEndThatWaitsWithItsOutageIsNotToldWhereThePlatformRefusesTheOutage() {
        rig.answers.put(Rig.MAIN, () -> new DeliveryResult.Deferred(Optional.empty(), "down"));
        rig.confirmDown("api");
        rig.dead.clear();
        rig.run(MINUTE);
        rig.answers.put(Rig.MAIN, () -> {
            rig.answers.clear();
            return new DeliveryResult.Rejected("too long");
        });
        rig.run(TWO_MINUTES);

        assertThat(rig.said).isEmpty();
    }

    @Test
    void whatWasSentIsNotSentAgainWhenTheStoreFailsBeforeTheNext() {
        rig.declare(List.of(Samples.target("api"), Samples.target("web")));
        rig.run(MINUTE);
        rig.dead.add("web");
        rig.confirmDown("api");
        rig.run(MINUTE);
        rig.restartAfter(Duration.ofSeconds(1));
        int before = rig.said.size();
        rig.faults.fails = call -> call.equals("firstReceipt") && rig.said.size() == before + 1;
        rig.dead.clear();
        rig.run(TWO_MINUTES);
        rig.faults.fails = call -> false;
        rig.run(MINUTE);

        assertThat(rig.said.stream().filter(text -> text.contains("/restored"))).hasSize(2);
        assertThat(rig.said).doesNotHaveDuplicates();
    }

    @Test
    void whatWaitsInMemoryIsToldWhileAWriteBlocks() {
        List<String> whileBlocked = new ArrayList<>();
        rig.breakStore(true);
        meanwhile(() -> {
            int before = rig.said.size();
            rig.works().dispatcher().round();
            whileBlocked.addAll(rig.said.subList(before, rig.said.size()));
        });
        rig.dead.add("api");
        rig.run(TWO_MINUTES);

        assertThat(whileBlocked).contains("incident/1/outage");
    }

    @Test
    void whatWaitsInMemoryIsToldWhileAClaimOfTheStoreBlocks() {
        List<String> whileBlocked = new ArrayList<>();
        rig.confirmDown("api");
        rig.faults.fails = call -> call.equals("claim");
        meanwhile(() -> {
            rig.breakStore(true);
            rig.engine.trouble("test", "Something else is wrong.");
            rig.settle();
            whileBlocked.addAll(rig.said);
        });
        rig.run(Duration.ofSeconds(5));

        assertThat(whileBlocked).anyMatch(text -> text.contains("trouble/test"));
    }

    @Test
    void aStoreThatIsKnownToFailIsNotAskedForWhatWaits() {
        List<String> calls = new ArrayList<>();
        rig.confirmDown("api");
        rig.breakStore(true);
        rig.engine.trouble("test", "Something is wrong.");
        rig.settle();
        rig.faults.fails = calls::add;
        rig.breakStore(false);
        rig.run(MINUTE);

        assertThat(calls).isNotEmpty().containsOnly("ensureWritable");
    }

    /** Does this whenever a call of the store blocks, and not within itself. */
    private void meanwhile(Runnable step) {
        AtomicBoolean within = new AtomicBoolean();
        rig.faults.meanwhile = () -> {
            if (within.compareAndSet(false, true)) {
                step.run();
                within.set(false);
            }
        };
    }

    private List<String> ofIncidents() {
        return rig.said.stream().filter(text -> text.startsWith("incident/")).toList();
    }
}
