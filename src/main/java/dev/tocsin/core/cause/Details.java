package dev.tocsin.core.cause;

import dev.tocsin.core.observe.Vantage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an assessment's sentence may name. Pure. */
final class Details {
    private Details() {}

    static Optional<Detail> of(Cause cause, List<Clue> cluesFor, Features features) {
        return switch (cause) {
            case TLS_FAULT -> fired(cluesFor, "TF2") ? ended(features) : Optional.empty();
            case PATH_OR_BLOCKING ->
                Optional.of(new Detail.Seen(
                        sorted(features.sighting().failing()),
                        sorted(features.sighting().answering())));
            case MAINTENANCE -> Optional.of(new Detail.Upkeep(way(cluesFor)));
            case OWN_NETWORK, SERVICE_FAULT, NETWORK_LOSS, OVERLOAD, DNS_FAULT, UNDETERMINED -> Optional.empty();
        };
    }

    private static Optional<Detail> ended(Features features) {
        return features.failing().stream()
                .flatMap(one -> one.certificateUntil().stream())
                .min(Comparator.naturalOrder())
                .map(Detail.Ended::new);
    }

    private static Detail.Way way(List<Clue> cluesFor) {
        if (fired(cluesFor, "MT2")) {
            return Detail.Way.PAGE;
        }
        return fired(cluesFor, "MT1") ? Detail.Way.RETRY_AFTER : Detail.Way.ANNOUNCED;
    }

    private static boolean fired(List<Clue> clues, String rule) {
        return clues.stream().anyMatch(clue -> clue.rule().equals(rule));
    }

    private static List<Vantage> sorted(Set<Vantage> vantages) {
        return vantages.stream().sorted(Comparator.comparing(Vantage::name)).toList();
    }
}
