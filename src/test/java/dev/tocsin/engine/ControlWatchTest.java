package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.detect.Sight;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Control;
import dev.tocsin.core.target.Reach;
import dev.tocsin.sample.Samples;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Controls that change while a round of looks at them goes on. */
class ControlWatchTest {
    private static final Control SICK = new Control("sick", new Check.Tcp("sick", 443));
    private static final Control WELL = new Control("well", new Check.Tcp("well", 443));

    private final TestTime time = new TestTime(Samples.NOON);
    private final Queue<Runnable> looks = new ArrayDeque<>();
    private final List<Event> events = new ArrayList<>();
    private final ControlWatch watch = new ControlWatch(this::look, looks::add, time.timepiece(), events::add);

    @Test
    void aRoundAtControlsThatWereReplacedMeanwhileSaysNothing() {
        watch.watch(List.of(SICK));
        watch.beginIfDue();
        watch.watch(List.of(WELL));
        end();

        assertThat(watch.sight()).isInstanceOf(Sight.Unguarded.class);
        assertThat(events).isEmpty();
    }

    @Test
    void otherControlsAreLookedAtAtOnce() {
        watch.watch(List.of(SICK));
        watch.beginIfDue();
        end();
        assertThat(watch.sight()).isInstanceOf(Sight.Blind.class);
        watch.watch(List.of(WELL));
        watch.beginIfDue();
        end();

        assertThat(watch.sight()).isInstanceOf(Sight.Clear.class);
    }

    @Test
    void theSameControlsDeclaredAgainAreNotLookedAtSooner() {
        watch.watch(List.of(WELL));
        watch.beginIfDue();
        end();
        watch.watch(List.of(WELL));
        watch.beginIfDue();

        assertThat(looks).isEmpty();
    }

    private void end() {
        for (Runnable look = looks.poll(); look != null; look = looks.poll()) {
            look.run();
        }
    }

    private Finding look(Check check, Reach reach, Duration timeout) {
        boolean sick = check.equals(SICK.check());
        return new Finding(
                sick ? Samples.down() : new Outcome.Up(),
                new Timings(Map.of(), Duration.ofMillis(5)),
                Optional.empty());
    }
}
