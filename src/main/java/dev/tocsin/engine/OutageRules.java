package dev.tocsin.engine;

import dev.tocsin.core.detect.Belief;
import dev.tocsin.core.detect.Judgement;
import dev.tocsin.core.detect.Sight;
import dev.tocsin.core.detect.Verdict;
import dev.tocsin.core.incident.Evidence;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.observe.ControlCount;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.target.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From a look to a verdict, from a verdict to an incident and its notices. Used by the intake alone. */
final class OutageRules {
    private final Books books;
    private final Routing routing;
    private final LookPlan plan;
    private final Neighbours neighbours;
    private final CauseRules causes;

    OutageRules(Books books, Routing routing, LookPlan plan, CauseRules causes) {
        this.books = books;
        this.routing = routing;
        this.plan = plan;
        this.neighbours = new Neighbours(books.watch());
        this.causes = causes;
    }

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
                opened(watched, held, down, evidence(judgement, down.failure(), observation, now), now);
            case Verdict.ConfirmsUp up -> restored(watched, held, up, now);
        };
    }

    private List<Change> opened(
            WatchedTarget watched, Change held, Verdict.ConfirmsDown verdict, Evidence evidence, Instant now) {
        Target target = watched.target();
        Subject subject = Subject.OfTarget.of(target, books.watch().roster().networkOf(target));
        Incident incident = causes.assessed(
                Incident.open(books.numbers().incident(), subject, verdict.onset(), now, evidence), target, now);
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

    private Evidence evidence(Judgement judgement, Failure failure, Observation observation, Instant now) {
        Belief belief = judgement.stance().belief();
        Target target = books.watch().find(observation.target()).orElseThrow().target();
        return new Evidence(
                belief.failures(),
                belief.looks(),
                Set.of(observation.vantage()),
                failure,
                controls(books.sight()),
                neighbours.stillReachable(target, now));
    }

    private static Optional<ControlCount> controls(Sight sight) {
        return switch (sight) {
            case Sight.Unguarded ignored -> Optional.empty();
            case Sight.Clear clear -> Optional.of(clear.controls());
            case Sight.Blind blind -> Optional.of(blind.controls());
        };
    }
}
