package dev.tocsin.engine;

import dev.tocsin.core.notice.Notice;
import java.time.Instant;
import java.util.List;

/** Who may have what they ask for. Used by the intake alone. */
final class RequestRules {
    private final Routing routing;
    private final TargetRules targets;
    private final SilenceRules silences;
    private final SubscriptionRules subscriptions;
    private final IncidentRules incidents;

    RequestRules(Books books, Routing routing, TargetRules targets, SilenceRules silences) {
        this.routing = routing;
        this.targets = targets;
        this.silences = silences;
        this.subscriptions = new SubscriptionRules(books);
        this.incidents = new IncidentRules(books, routing);
    }

    Ruling on(Request request, Instant now) {
        return switch (request) {
            case Request.AddTarget asked -> targets.add(asked, now);
            case Request.EditTarget asked -> targets.edit(asked, now);
            case Request.RemoveTarget asked -> targets.remove(asked, now);
            case Request.Pause asked -> targets.pause(asked, now);
            case Request.Resume asked -> targets.resume(asked);
            case Request.Silence asked -> silences.begin(asked, now);
            case Request.EndSilence asked -> silences.end(asked, now);
            case Request.Subscribe asked -> subscriptions.subscribe(asked, now);
            case Request.Unsubscribe asked -> subscriptions.unsubscribe(asked);
            case Request.Acknowledge asked -> incidents.acknowledge(asked, now);
            case Request.AddNote asked -> incidents.note(asked, now);
            case Request.SendDrill asked -> drill(asked, now);
            case Request.Audit asked -> Ruling.done(new Change.Audited(asked.entry()));
        };
    }

    private Ruling drill(Request.SendDrill asked, Instant now) {
        return new Ruling.Done(
                routing.direct(new Notice.Drill(asked.by(), asked.text(), now), List.of(asked.channel()), now));
    }
}
