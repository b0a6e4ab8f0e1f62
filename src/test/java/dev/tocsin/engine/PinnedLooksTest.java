package dev.tocsin.engine;

import static dev.tocsin.sample.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.cause.Naming;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.Target;
import dev.tocsin.sample.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Looks past failing names. */
class PinnedLooksTest {
    private final Target api = Samples.target("api");
    private final List<String> asked = new ArrayList<>();
    private Optional<Outcome> found = Optional.of(new Outcome.Up());

    private final PinnedLooks looks = new PinnedLooks(
            new Prober() {
                @Override
                public Finding look(Check check, Reach reach, Duration timeout) {
                    throw new AssertionError("the name is not asked for");
                }

                @Override
                public Optional<Finding> lookAt(String address, Check check, Reach reach, Duration timeout) {
                    asked.add(address);
                    return found.map(outcome ->
                            new Finding(outcome, new Timings(Map.of(), Duration.ZERO), Optional.of(address)));
                }
            },
            Runnable::run);

    @Test
    void whatServesPastItsNameServes() {
        looks.ask(api, "192.0.2.7", NOON);

        assertThat(asked).containsExactly("192.0.2.7");
        assertThat(looks.state(api.id())).contains(Naming.Pinned.SERVES);
    }

    @Test
    void whatIsSilentIsSilent() {
        found = Optional.of(Samples.down());
        looks.ask(api, "192.0.2.7", NOON);

        assertThat(looks.state(api.id())).contains(Naming.Pinned.SILENT);
    }

    @Test
    void whatAnswersOtherwiseOrCannotBeAskedSaysNeither() {
        found = Optional.of(new Outcome.Down(new Failure(Phase.TCP, FailureKind.CONNECTION_REFUSED, "")));
        looks.ask(api, "192.0.2.7", NOON);
        assertThat(looks.state(api.id())).isEmpty();
        found = Optional.empty();
        looks.ask(api, "192.0.2.7", NOON.plusSeconds(60));

        assertThat(asked).hasSize(2);
        assertThat(looks.state(api.id())).isEmpty();
    }

    @Test
    void oneAMinuteIsEnoughAndTheNewestCounts() {
        looks.ask(api, "192.0.2.7", NOON);
        looks.ask(api, "192.0.2.7", NOON.plusSeconds(59));
        assertThat(asked).hasSize(1);
        found = Optional.of(Samples.down());
        looks.ask(api, "192.0.2.7", NOON.plusSeconds(61));

        assertThat(looks.state(api.id())).contains(Naming.Pinned.SILENT);
    }

    @Test
    void whatIsForgottenIsNotKnown() {
        looks.ask(api, "192.0.2.7", NOON);
        looks.forget(api.id());

        assertThat(looks.state(api.id())).isEmpty();
    }
}
