package dev.tocsin.engine;

import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.notice.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Mutes and maintenance: their beginning, and what is told when they end. Used by the intake alone. */
final class SilenceRules {
    private final Books books;
    private final Routing routing;

    SilenceRules(Books books, Routing routing) {
        this.books = books;
        this.routing = routing;
    }

    Ruling begin(Request.Silence asked, Instant now) {
        if (!asked.until().isAfter(now) || !asked.until().isAfter(asked.from())) {
            return Ruling.refused("That end is not in the future; give a later one.");
        }
        Mute mute = new Mute(
                books.numbers().mute(),
                asked.purpose(),
                asked.scope(),
                asked.from(),
                asked.until(),
                asked.reason(),
                asked.by(),
                Mute.Ended.NOT_YET);
        return Ruling.done(new Change.MuteWritten(mute));
    }

    Ruling end(Request.EndSilence asked, Instant now) {
        return books.mutes().stream()
                .filter(mute -> mute.id() == asked.mute())
                .findFirst()
                .<Ruling>map(mute -> new Ruling.Done(ended(mute, now)))
                .orElse(Ruling.refused("There is no mute #" + asked.mute() + " now; /mutes lists them."));
    }

    /** Ends what is over. */
    List<Change> ticked(Instant now) {
        List<Change> changes = new ArrayList<>();
        books.mutes().stream()
                .filter(mute -> !now.isBefore(mute.until()))
                .forEach(mute -> changes.addAll(ended(mute, now)));
        return changes;
    }

    private List<Change> ended(Mute mute, Instant now) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.MuteWritten(mute.endedAt(now)));
        if (now.isBefore(mute.from())) {
            return changes;
        }
        List<Mute> others = books.mutes().stream()
                .filter(other -> other.id() != mute.id() && now.isBefore(other.until()))
                .toList();
        books.open().stream()
                .filter(incident -> incident.partOf().isEmpty())
                .filter(incident -> incident.subject().within(mute.scope()))
                .forEach(incident -> changes.addAll(
                        routing.announce(new Notice.StillDown(incident, mute.id(), now), incident, others, now)));
        return changes;
    }
}
