package dev.tocsin.engine;

import dev.tocsin.core.detect.Sight;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.observe.ControlCount;
import dev.tocsin.core.observe.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is told when this vantage goes blind and when it sees again. Used by the intake alone. */
final class SightRules {
    private final Books books;
    private final Routing routing;

    SightRules(Books books, Routing routing) {
        this.books = books;
        this.routing = routing;
    }

    List<Change> sighted(Sight sight, Instant now) {
        books.see(sight);
        return switch (sight) {
            case Sight.Blind blind -> books.blindness().isPresent() ? List.of() : lost(blind, now);
            case Sight.Clear clear -> regained(clear.controls(), now);
            case Sight.Unguarded ignored -> regained(new ControlCount(0, 0), now);
        };
    }

    private List<Change> lost(Sight.Blind blind, Instant now) {
        Notice.SightLost lost = new Notice.SightLost(books.watch().vantage(), blind.since(), blind.controls(), now);
        return routing.direct(lost, routing.everywhere(), now);
    }

    private List<Change> regained(ControlCount controls, Instant now) {
        return books.blindness()
                .map(blindness -> {
                    Notice.SightLost lost = blindness.notice();
                    List<Change> changes = new ArrayList<>();
                    changes.add(new Change.GapWritten(new Gap(Outcome.Reason.OWN_NETWORK, lost.since(), now)));
                    changes.addAll(routing.direct(
                            new Notice.SightRegained(lost.vantage(), lost.since(), now, controls),
                            blindness.told(),
                            now));
                    return changes;
                })
                .orElse(new ArrayList<>());
    }
}
