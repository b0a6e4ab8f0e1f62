package dev.tocsin.engine;

import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.target.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All rules: what follows from an event. Used by the intake alone. */
final class Rules {
    private final Books books;
    private final Routing routing;
    private final OutageRules outages;
    private final Outbreaks outbreaks;
    private final CertificateRules certificates;
    private final SightRules sights;
    private final SilenceRules silences;
    private final RequestRules requests;
    private final RosterKeeper roster;

    /** Channels whose end the operators heard of since the start. */
    private final Set<ChannelRef> goneBefore = new HashSet<>();

    Rules(Books books, LookPlan plan, ControlWatch controls, CauseRules causes, Memberships memberships) {
        this.books = books;
        this.routing = new Routing(books);
        TargetRules targets = new TargetRules(books, routing);
        Evidences evidences = new Evidences(books);
        this.outbreaks = new Outbreaks(
                books,
                routing,
                new Groupings(books.watch(), memberships),
                plan,
                new NetworkIncidents(books, evidences, causes));
        this.outages = new OutageRules(books, routing, plan, new OutageRules.Means(evidences, causes, outbreaks));
        this.certificates = new CertificateRules(books, routing);
        this.sights = new SightRules(books, routing);
        this.silences = new SilenceRules(books, routing);
        this.requests = new RequestRules(books, routing, targets, silences);
        this.roster = new RosterKeeper(books, routing, targets, controls);
    }

    Ruling on(Event event, Instant now) {
        return switch (event) {
            case Event.Looked looked -> looked(looked, now);
            case Event.Sighted sighted -> new Ruling.Done(sights.sighted(sighted.sight(), now));
            case Event.Asked asked -> requests.on(asked.request(), now);
            case Event.Redeclared redeclared -> new Ruling.Done(roster.redeclare(redeclared.declared(), now));
            case Event.Ticked ignored -> new Ruling.Done(ticked(now));
            case Event.Troubled troubled ->
                new Ruling.Done(routing.direct(
                        new Notice.Trouble(troubled.topic(), troubled.text(), now), books.operators(), now));
            case Event.Vanished gone -> new Ruling.Done(vanished(gone, now));
            case Event.Relocated moved -> Ruling.done(new Change.ChannelMoved(moved.from(), moved.to()));
            case Event.StoodStill still -> Ruling.done(new Change.GapWritten(still.gap()));
        };
    }

    private List<Change> ticked(Instant now) {
        return Stream.concat(silences.ticked(now).stream(), outbreaks.ticked(now).stream())
                .toList();
    }

    /** Its subscriptions from chat end, which the audit keeps; the operators hear of it, elsewhere. */
    private List<Change> vanished(Event.Vanished gone, Instant now) {
        List<Change> changes = new ArrayList<>();
        books.subscriptions()
                .filter(one -> one.channel().equals(gone.channel()) && one.origin() == Origin.CHAT)
                .forEach(one -> changes.addAll(List.of(
                        new Change.SubscriptionRemoved(one.id()),
                        new Change.Audited(new AuditEntry(
                                now,
                                "the bot",
                                gone.channel().toString(),
                                "/unsubscribe " + one.scope().spelled(),
                                "the channel is gone: " + gone.why())))));
        if (goneBefore.add(gone.channel())) {
            changes.addAll(routing.direct(
                    new Notice.Trouble(Notice.Trouble.CHANNEL, goneText(gone), now), othersThan(gone.channel()), now));
        }
        return changes;
    }

    private List<ChannelRef> othersThan(ChannelRef gone) {
        return books.operators().stream().filter(one -> !one.equals(gone)).toList();
    }

    private String goneText(Event.Vanished gone) {
        boolean named = books.subscriptions()
                .anyMatch(one -> one.channel().equals(gone.channel()) && one.origin() == Origin.FILE);
        return "The channel " + gone.channel() + " is gone"
                + (named ? "; the config still names it" : " and is told nothing more")
                + ": " + gone.why();
    }

    private Ruling looked(Event.Looked looked, Instant now) {
        List<Change> warnings = certificates.looked(looked, now);
        List<Change> changes = outages.looked(looked, now);
        return new Ruling.Done(
                warnings.isEmpty()
                        ? changes
                        : Stream.concat(changes.stream(), warnings.stream()).toList());
    }
}
