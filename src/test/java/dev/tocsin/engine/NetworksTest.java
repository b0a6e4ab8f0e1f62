package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.network.Grouping;
import dev.tocsin.core.network.LookedUp;
import dev.tocsin.core.network.LookupZones;
import dev.tocsin.core.network.SharedFrontEnds;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.sample.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The parts together: what is written when the store fails, and how much waits. */
class NetworksTest {
    private static final Address ADDRESS = Address.parse("216.90.108.31").orElseThrow();

    private final TestTime time = new TestTime(Samples.NOON);
    private final Shelf shelf = new Shelf();

    @Test
    void whatCouldNotBeWrittenIsWrittenInTheNextRoundAndOnce() {
        Networks networks = networks(new CallersThread());
        networks.saw(Samples.look("api", time.now(), Samples.up()));
        shelf.broken = true;
        networks.round();
        shelf.broken = false;
        networks.round();
        networks.round();

        assertThat(shelf.pages).hasSize(1);
        assertThat(shelf.pages.getFirst().used()).containsOnlyKeys(new TargetId("api"));
    }

    @Test
    void lookupsThatCouldNotBeWrittenAreNotAskedForAgain() {
        Networks networks = networks(new CallersThread());
        networks.saw(worked(ADDRESS));
        shelf.broken = true;
        networks.round();
        shelf.broken = false;
        networks.round();

        assertThat(shelf.pages.getFirst().lookedUp())
                .extracting(LookedUp::address)
                .containsExactly(ADDRESS);
    }

    @Test
    void noMoreThanABoundedNumberOfLookupsWaits() {
        Semaphore gate = new Semaphore(0);
        try (ExecutorService pool = Networks.pool()) {
            int taken = (int) IntStream.range(0, 3 * Networks.MOST_WAITING)
                    .filter(ignored -> isTaken(pool, gate))
                    .count();
            gate.release(taken);

            assertThat(taken).isBetween(Networks.MOST_WAITING, Networks.MOST_WAITING + 2);
        }
    }

    private static boolean isTaken(ExecutorService pool, Semaphore gate) {
        try {
            pool.execute(gate::acquireUninterruptibly);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    private Networks networks(ExecutorService executor) {
        Watch watch = new Watch(Remembered.NOTHING, Map.of(), new LookPlan(1), time.timepiece());
        watch.declare(new Declared(
                Samples.HERE,
                List.of(NetworkStage.free("api")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Grouping(Map.of(), List.of(), SharedFrontEnds.USUAL, Optional.of(LookupZones.CYMRU))));
        OriginLookup nobodys = (address, zones) -> new OriginLookup.Answer.Nothing();
        return Networks.of(new Networks.Parts(nobodys, shelf, executor, time.timepiece()), watch);
    }

    private Observation worked(Address address) {
        return new Observation(
                new TargetId("api"),
                Samples.HERE,
                time.now(),
                new Finding(
                        Samples.up(), new Timings(Map.of(), Duration.ofMillis(20)), Optional.of(address.toString())));
    }

    /** Keeps pages in memory, or refuses them. */
    private static final class Shelf implements Atlas {
        final List<Page> pages = new ArrayList<>();
        boolean broken;

        @Override
        public Page load(Instant since) {
            return new Page(List.of(), Map.of());
        }

        @Override
        public void keep(Page news, Instant since) {
            if (broken) {
                throw new StoreUnavailable("on purpose", new IllegalStateException("on purpose"));
            }
            pages.add(news);
        }
    }
}
