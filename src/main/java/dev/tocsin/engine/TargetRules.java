package dev.tocsin.engine;

import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Targets that come, change, pause and go. Used by the intake alone. */
final class TargetRules {
    private final Books books;
    private final Routing routing;

    TargetRules(Books books, Routing routing) {
        this.books = books;
        this.routing = routing;
    }

    Ruling add(Request.AddTarget asked, Instant now) {
        TargetId id = asked.target().id();
        if (books.watch().find(id).isPresent() || books.watch().ofChat().containsKey(id)) {
            return Ruling.refused("There is a target " + id + " already; choose another id, or /edit it.");
        }
        return Ruling.done(new Change.TargetWritten(asked.target(), asked.by(), now));
    }

    Ruling edit(Request.EditTarget asked, Instant now) {
        return refusal(asked.target().id(), "edited")
                .orElseGet(() -> Ruling.done(new Change.TargetWritten(asked.target(), asked.by(), now)));
    }

    Ruling remove(Request.RemoveTarget asked, Instant now) {
        return refusal(asked.target(), "removed").orElseGet(() -> {
            List<Change> changes = new ArrayList<>(withdrawn(List.of(asked.target()), asked.by(), now));
            changes.addFirst(new Change.TargetRemoved(asked.target()));
            return new Ruling.Done(changes);
        });
    }

    Ruling pause(Request.Pause asked, Instant now) {
        return watching(asked.target(), Standing.Watching.ON, "paused already")
                .orElseGet(() -> Ruling.done(new Change.Paused(asked.target(), asked.by(), now)));
    }

    Ruling resume(Request.Resume asked) {
        return watching(asked.target(), Standing.Watching.PAUSED, "not paused")
                .orElseGet(() -> Ruling.done(new Change.Resumed(asked.target())));
    }

    /** What follows when nobody watches these targets any more. */
    List<Change> withdrawn(Collection<TargetId> targets, String by, Instant now) {
        List<Change> changes = new ArrayList<>();
        for (TargetId target : targets) {
            books.openOf(target).ifPresent(incident -> changes.addAll(withdrawn(incident, by, now)));
            changes.add(new Change.Forgotten(target));
        }
        return changes;
    }

    private List<Change> withdrawn(Incident incident, String by, Instant now) {
        Incident over = incident.with(new Incident.State.Withdrawn(now, by));
        List<Change> changes = new ArrayList<>(routing.conclude(new Notice.Withdrawn(over, now), over, now));
        changes.add(new Change.IncidentWritten(over));
        return changes;
    }

    private Optional<Ruling> refusal(TargetId id, String participle) {
        Optional<Target> target = books.watch().find(id).map(WatchedTarget::target);
        if (target.isEmpty()) {
            return Optional.of(unknown(id));
        }
        return switch (target.get().origin()) {
            case CHAT -> Optional.empty();
            case FILE ->
                Optional.of(Ruling.refused("The target " + id + " belongs to the config file and can only be "
                        + participle + " there; /pause or /mute it from chat."));
            case PRACTICE ->
                Optional.of(Ruling.refused("The target " + id + " belongs to the practice network and cannot be "
                        + participle + "; /pause or /mute it from chat."));
        };
    }

    private Optional<Ruling> watching(TargetId id, Standing.Watching wanted, String otherwise) {
        Optional<WatchedTarget> target = books.watch().find(id);
        if (target.isEmpty()) {
            return Optional.of(unknown(id));
        }
        return target.get().watching() == wanted
                ? Optional.empty()
                : Optional.of(Ruling.refused("The target " + id + " is " + otherwise + "."));
    }

    private static Ruling unknown(TargetId id) {
        return Ruling.refused("There is no target " + id + "; /targets lists them.");
    }
}
