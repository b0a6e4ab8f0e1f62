package dev.tocsin.engine;

import dev.tocsin.core.detect.Judgement;
import dev.tocsin.core.detect.Verdict;
import dev.tocsin.core.incident.Evidence;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.target.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a look to a verdict, from a verdict to an incident and its notices. Used by the intake alone. */
final class OutageRules {
    private final Books books;
    private final Routing routing;
    private final LookPlan plan;
    private final Evidences evidences;
    private final CauseRules causes;
    private final Outbreaks outbreaks;

    OutageRules(Books books, Routing routing, LookPlan plan, Means means) {
        this.books = books;
        this.routing = routing;
        this.plan = plan;
        this.evidences = means.evidences();
        this.causes = means.causes();
        this.outbreaks = means.outbreaks();
    }

    /** What says more of an outage than the looks at its target. */
    record Means(Evidences evidences, CauseRules causes, Outbreaks outbreaks) {}

    List<Change> looked(Event.Looked event, Instant now) {
        Optional<WatchedTarget> watched = books.watch()
                .find(event.target().id())
                .filter(one -> one.target().check().equals(event.target().check()));
        watched.ifPresent(one -> one.saw(event.observation()));
        return watched.filter(one -> one.watching() == Standing.Watching.ON)
                .map(one -> judged(one, event, now))
                .orElse(List.of());
    }

    private List<Change> judged(WatchedTarget watched, Event.Looked event, Instant now) {
        Observation observation = event.observation();
        Target target = watched.target();
        Judgement judgement = watched.detector().judge(watched.stance(), observation, now);
        causes.follow(watched, judgement, event, now);
        judgement.lookAgainIn().ifPresent(pause -> plan.lookAgain(target.id(), now.plus(pause)));
        Change held = new Change.Held(target.id(), judgement.stance(), now);
        return switch (judgement.verdict()) {
            case Verdict.Unmoved ignored -> {
                watched.stand(judgement.stance());
                yield causes.anew(target, now);
            }
            case Verdict.Suspects ignored -> List.of(held);
            case Verdict.Clears ignored -> List.of(held);
            case Verdict.FirstUp ignored -> List.of(held);
            case Verdict.Recovers ignored -> List.of(held);
            case Verdict.Relapses ignored -> List.of(held);
            case Verdict.ConfirmsLosing ignored -> List.of(held);
            case Verdict.ConfirmsSteady ignored -> List.of(held);
            case Verdict.ConfirmsDown down ->
                opened(
                        watched,
                        held,
                        down,
                        evidences.of(target, judgement.stance().belief(), down.failure(), now),
                        now);
            case Verdict.ConfirmsUp up -> restored(watched, held, up, now);
        };
    }

    private List<Change> opened(
            WatchedTarget watched, Change held, Verdict.ConfirmsDown verdict, Evidence evidence, Instant now) {
        Target target = watched.target();
        Subject subject = Subject.OfTarget.of(target, books.watch().roster().networkOf(target));
        Incident alone = causes.assessed(
                Incident.open(books.numbers().incident(), subject, verdict.onset(), now, evidence), target, now);
        Incident incident = outbreaks
                .over(target.id())
                .map(network -> alone.partOf(network.id()))
                .orElse(alone);
        List<Change> changes = new ArrayList<>(List.of(held, new Change.IncidentWritten(incident)));
        changes.addAll(routing.announce(new Notice.Outage(incident), incident, books.mutes(), now));
        return changes;
    }

    private List<Change> restored(WatchedTarget watched, Change held, Verdict.ConfirmsUp verdict, Instant now) {
        Optional<Incident> open = books.openOf(watched.target().id());
        if (open.isEmpty()) {
            return List.of(held);
        }
        Incident over = open.get().with(new Incident.State.Restored(verdict.restoration(), now));
        List<Change> changes = new ArrayList<>(List.of(held));
        changes.addAll(routing.conclude(new Notice.Restored(over, now), over, now));
        changes.add(new Change.IncidentWritten(over));
        return changes;
    }
}
