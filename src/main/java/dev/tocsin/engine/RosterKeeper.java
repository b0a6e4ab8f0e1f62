package dev.tocsin.engine;

import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.target.TargetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts a new config in force: only what changed is planned anew, nothing is forgotten. Used by the intake alone. */
final class RosterKeeper {
    private final Books books;
    private final Routing routing;
    private final TargetRules targets;
    private final ControlWatch controls;

    RosterKeeper(Books books, Routing routing, TargetRules targets, ControlWatch controls) {
        this.books = books;
        this.routing = routing;
        this.targets = targets;
        this.controls = controls;
    }

    List<Change> redeclare(Declared declared, Instant now) {
        Set<TargetId> shadowedBefore = books.watch().shadowed();
        books.watch().declare(declared);
        books.declare(declared);
        controls.watch(declared.controls());
        List<Change> changes = new ArrayList<>(targets.withdrawn(books.watch().abandoned(), "the config file", now));
        Set<TargetId> shadowed = new HashSet<>(books.watch().shadowed());
        shadowed.removeAll(shadowedBefore);
        if (!shadowed.isEmpty()) {
            String text = "The config file declares targets that were added from chat too: "
                    + String.join(
                            ", ",
                            shadowed.stream().map(TargetId::value).sorted().toList())
                    + ". The file's are watched; chat's are kept and come back when the file's go.";
            changes.addAll(routing.direct(new Notice.Trouble("config", text, now), books.operators(), now));
        }
        return changes;
    }
}
