package dev.tocsin.config;

import dev.tocsin.core.target.Confirm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes the confirming rule of what the config says of it, and tells what contradicts itself. */
final class ConfirmReader {
    static final List<String> COUNTS = List.of("failures", "successes", "recheck");

    private static final Confirm.Count BUILT_IN = new Confirm.Count(3, 2, Duration.ofSeconds(5));

    private ConfirmReader() {}

    /** The rule; where the view names none, a count it gives makes it a count, and otherwise that one holds. */
    static Confirm read(View view, Confirm otherwise) {
        List<String> counts =
                COUNTS.stream().filter(key -> view.node(key).isPresent()).toList();
        Optional<String> rule = view.text("rule");
        if (rule.filter("weighed"::equals).isPresent()) {
            if (!counts.isEmpty()) {
                view.problems()
                        .add(
                                view.placeOf(counts.getFirst()),
                                "belongs to the rule count; expected \"rule\": \"count\", or no " + counts.getFirst());
            }
            return new Confirm.Weighed();
        }
        if (counts.isEmpty() && rule.isEmpty()) {
            return otherwise;
        }
        return count(view, otherwise instanceof Confirm.Count before ? before : BUILT_IN);
    }

    private static Confirm count(View view, Confirm.Count otherwise) {
        long failures = view.whole("failures").orElse((long) otherwise.failures());
        long successes = view.whole("successes").orElse((long) otherwise.successes());
        Duration recheck = view.length("recheck").orElse(otherwise.recheck());
        boolean sound = failures >= 1 && failures <= 100 && successes >= 1 && successes <= 100 && recheck.isPositive();
        return sound ? new Confirm.Count((int) failures, (int) successes, recheck) : otherwise;
    }
}
