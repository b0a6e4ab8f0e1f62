package dev.tocsin.engine;

import dev.tocsin.core.cause.Sighting;
import dev.tocsin.core.cause.Symptoms;
import dev.tocsin.core.detect.Onset;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Vantage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One target from its onset on, as it was seen without a break.
 *
 * @param earlier its last looks before the onset
 * @param address where it was found last before the onset
 * @param seenFrom what each vantage saw since the onset
 */
record Ailing(Symptoms symptoms, List<Observation> earlier, Optional<String> address, Map<Vantage, Count> seenFrom) {
    Ailing {
        earlier = List.copyOf(earlier);
        seenFrom = Map.copyOf(seenFrom);
    }

    record Count(int failed, int answered) {}

    /** One whose newest looks reach back to its onset; empty where the onset was not seen. */
    static Optional<Ailing> of(Onset onset, List<Observation> recent) {
        List<Observation> since = recent.stream()
                .filter(one -> !one.at().isBefore(onset.firstFailure()))
                .sorted(Comparator.comparing(Observation::at))
                .toList();
        if (since.isEmpty() || !since.getFirst().at().equals(onset.firstFailure())) {
            return Optional.empty();
        }
        List<Observation> earlier = recent.stream()
                .filter(one -> one.at().isBefore(onset.firstFailure()))
                .toList();
        Optional<String> address = earlier.stream()
                .filter(one -> one.outcome().isWorking())
                .max(Comparator.comparing(Observation::at))
                .flatMap(one -> one.finding().address());
        Ailing ailing = new Ailing(Symptoms.before(onset, earlier), earlier, address, Map.of());
        for (Observation look : since) {
            ailing = ailing.and(look);
        }
        return Optional.of(ailing);
    }

    Onset onset() {
        return symptoms.onset();
    }

    Ailing and(Observation look) {
        if (look.outcome() instanceof Outcome.Unjudged) {
            return this;
        }
        Map<Vantage, Count> more = new HashMap<>(seenFrom);
        more.merge(
                look.vantage(),
                look.outcome().isWorking() ? new Count(0, 1) : new Count(1, 0),
                (one, other) -> new Count(one.failed + other.failed, one.answered + other.answered));
        return new Ailing(symptoms.and(look), earlier, address, more);
    }

    Ailing with(Symptoms more) {
        return new Ailing(more, earlier, address, seenFrom);
    }

    Sighting sighting() {
        return new Sighting(
                seenFrom.entrySet().stream()
                        .filter(one -> one.getValue().failed > 0)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()),
                seenFrom.entrySet().stream()
                        .filter(one -> one.getValue().failed == 0 && one.getValue().answered >= 2)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }
}
