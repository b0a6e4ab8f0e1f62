package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When what waits is tried again: by our own pace, as the platform asked, and once it can be reached again. */
class AwakeStoriesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private Rig rig;
    private final List<Instant> tries = new ArrayList<>();

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        rig.editing = Channel.Editing.POSSIBLE;
        rig.run(MINUTE);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void whatWaitsGoesOutAtOnceWhenTheChannelCanBeReachedAgain() {
        sending(new DeliveryResult.Deferred(Optional.empty(), "no connection"));
        rig.confirmDown("api");
        rig.run(MINUTE.multipliedBy(5));
        rig.answers.clear();
        rig.engine.hasten(Rig.MAIN::equals);
        rig.run(SECOND);

        assertThat(rig.said).containsExactly("incident/1/outage");
    }

    @Test
    void whatWaitsInMemoryGoesOutAtOnceToo() {
        rig.breakStore(true);
        sending(new DeliveryResult.Deferred(Optional.empty(), "no connection"));
        rig.engine.trouble("test", "Something is wrong.");
        rig.run(MINUTE.multipliedBy(5));
        rig.answers.clear();
        rig.engine.hasten(Rig.MAIN::equals);
        rig.run(SECOND);

        assertThat(rig.said).anyMatch(text -> text.contains("trouble/test"));
    }

    @Test
    void whatTheStoreHoldsGoesOutOnceItCanBeAskedAgain() {
        sending(new DeliveryResult.Deferred(Optional.empty(), "no connection"));
        rig.confirmDown("api");
        rig.run(MINUTE.multipliedBy(5));
        rig.answers.clear();
        rig.breakStore(true);
        rig.engine.trouble("test", "Something is wrong.");
        rig.settle();
        rig.engine.hasten(Rig.MAIN::equals);
        rig.run(SECOND);
        rig.breakStore(false);
        rig.run(SECOND.multipliedBy(5));

        assertThat(rig.said).contains("incident/1/outage");
    }

    @Test
    void anotherChannelThatCanBeReachedAgainHastensNothingHere() {
        sending(new DeliveryResult.Deferred(Optional.empty(), "no connection"));
        rig.confirmDown("api");
        rig.run(MINUTE.multipliedBy(5));
        int before = tries.size();
        rig.engine.hasten(channel -> channel.platform().equals("telegram"));
        rig.run(SECOND);

        assertThat(tries.size() - before).isLessThanOrEqualTo(1);
        assertThat(rig.said).isEmpty();
    }

    @Test
    void anAttemptThatBeganBeforeTheChannelCouldBeReachedIsMadeAgainAtOnce() {
        sending(new DeliveryResult.Deferred(Optional.empty(), "no connection"));
        rig.confirmDown("api");
        rig.run(MINUTE.multipliedBy(5));
        tries.clear();
        rig.answers.put(Rig.MAIN, () -> {
            tries.add(rig.time.now());
            if (tries.size() > 1) {
                return new DeliveryResult.Delivered(new Receipt("m"));
            }
            rig.engine.hasten(Rig.MAIN::equals);
            rig.works().dispatcher().round();
            return new DeliveryResult.Deferred(Optional.empty(), "no connection when it began");
        });
        rig.run(MINUTE.multipliedBy(2));

        assertThat(gaps()).singleElement().satisfies(gap -> assertThat(gap).isLessThanOrEqualTo(SECOND));
    }

    @Test
    void anEditThatWaitsIsMadeAtOnceWhenTheChannelCanBeReachedAgain() {
        rig.confirmDown("api");
        rig.run(MINUTE);
        rig.amendments.put(Rig.MAIN, () -> new DeliveryResult.Uncertain("no connection"));
        rig.dead.clear();
        rig.run(MINUTE.multipliedBy(5));
        rig.amendments.clear();
        rig.engine.hasten(Rig.MAIN::equals);
        rig.run(SECOND);

        assertThat(rig.said).contains("m1 is now #1 Restored");
    }

    @Test
    void aTurnThatHasNotComeIsNoFailure() {
        rig.answers.put(Rig.MAIN, () -> {
            tries.add(rig.time.now());
            return tries.size() <= 40
                    ? new DeliveryResult.Paced(SECOND)
                    : new DeliveryResult.Delivered(new Receipt("m" + tries.size()));
        });
        rig.confirmDown("api");
        rig.run(MINUTE);

        assertThat(rig.said).containsExactly("incident/1/outage");
        assertThat(gaps()).containsOnly(SECOND);
    }

    @Test
    void afterAFailureATurnThatHasNotComeMakesNoPauseLonger() {
        List<DeliveryResult> answers = new ArrayList<>(List.of(
                new DeliveryResult.Deferred(Optional.empty(), "down"),
                new DeliveryResult.Paced(SECOND),
                new DeliveryResult.Paced(SECOND),
                new DeliveryResult.Paced(SECOND),
                new DeliveryResult.Deferred(Optional.empty(), "down")));
        rig.answers.put(Rig.MAIN, () -> {
            tries.add(rig.time.now());
            return answers.isEmpty() ? new DeliveryResult.Delivered(new Receipt("m")) : answers.removeFirst();
        });
        rig.confirmDown("api");
        rig.run(MINUTE);

        assertThat(gaps()).containsExactly(SECOND, SECOND, SECOND, SECOND, SECOND.multipliedBy(2));
    }

    @Test
    void whatThePlatformAsksIsKeptExactlyHoweverOftenItAsks() {
        sending(new DeliveryResult.Deferred(Optional.of(SECOND.multipliedBy(3)), "429"));
        rig.confirmDown("api");
        rig.run(MINUTE);

        assertThat(tries).hasSizeGreaterThan(15);
        assertThat(gaps()).containsOnly(SECOND.multipliedBy(3));
    }

    @Test
    void editsThatWaitForTheirTurnComeToOneThatShowsWhatIsSoThen() {
        rig.confirmDown("api");
        rig.run(MINUTE);
        rig.amendments.put(Rig.MAIN, () -> new DeliveryResult.Paced(SECOND));
        rig.ask(new Request.Acknowledge(new IncidentId(1), "ana"));
        rig.ask(new Request.Acknowledge(new IncidentId(1), "bo"));
        rig.dead.clear();
        rig.run(MINUTE);
        rig.amendments.clear();
        rig.run(SECOND.multipliedBy(2));

        assertThat(rig.said.stream().filter(text -> text.startsWith("m1 is now")))
                .containsExactly("m1 is now #1 Restored");
    }

    @Test
    void whatWasSentIsMarkedBeforeTheNextIsSent() {
        rig.declare(List.of(Samples.target("api"), Samples.target("web")));
        rig.run(MINUTE);
        sending(new DeliveryResult.Deferred(Optional.empty(), "away"));
        rig.dead.addAll(List.of("api", "web"));
        rig.run(MINUTE.multipliedBy(2));
        List<Long> unmarked = new ArrayList<>();
        rig.answers.put(Rig.MAIN, () -> {
            unmarked.add(rig.unmarked());
            return new DeliveryResult.Delivered(new Receipt("m" + unmarked.size()));
        });
        rig.run(MINUTE.multipliedBy(2));

        assertThat(unmarked).containsExactly(2L, 1L);
    }

    private List<Duration> gaps() {
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < tries.size(); i++) {
            gaps.add(Duration.between(tries.get(i - 1), tries.get(i)));
        }
        return gaps;
    }

    private void sending(DeliveryResult result) {
        rig.answers.put(Rig.MAIN, () -> {
            tries.add(rig.time.now());
            return result;
        });
    }
}
