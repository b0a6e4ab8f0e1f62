package dev.tocsin.engine;

import dev.tocsin.core.cause.Assessment;
import dev.tocsin.core.cause.Assessor;
import dev.tocsin.core.cause.Features;
import dev.tocsin.core.cause.Naming;
import dev.tocsin.core.cause.Sign;
import dev.tocsin.core.cause.Symptoms;
import dev.tocsin.core.detect.Health;
import dev.tocsin.core.detect.Judgement;
import dev.tocsin.core.detect.Onset;
import dev.tocsin.core.detect.Sight;
import dev.tocsin.core.detect.Verdict;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.observe.ControlCount;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What outages may come from: follows each failing target from its onset on, has it assessed when its outage is
 * confirmed, and again while it lasts. An outage whose onset was not seen, since the bot was not running, keeps what was
 * assessed before, or nothing. Used by the intake alone.
 */
final class CauseRules {
    /** An outage is assessed anew no sooner. */
    static final Duration APART = Duration.ofSeconds(10);

    /** One failed look is not worth a question to the store; two are. */
    private static final int WORTH_ASKING = 2;

    private final Books books;
    private final Baselines baselines;
    private final PinnedLooks pinned;
    private final NetworkView networks;
    private final Map<TargetId, Ailing> ailing = new HashMap<>();
    /** What an open incident was assessed to last, whether or not that was told. */
    private final Map<IncidentId, Assessment> latest = new HashMap<>();

    CauseRules(Books books, Baselines baselines, PinnedLooks pinned) {
        this.books = books;
        this.baselines = baselines;
        this.pinned = pinned;
        this.networks = new NetworkView(books.watch());
    }

    /** Takes in a look and what was held of its target after it; one that was judged before changes nothing. */
    void follow(WatchedTarget watched, Judgement judged, Event.Looked event, Instant now) {
        if (judged.verdict() instanceof Verdict.Unmoved(Verdict.Why why) && why == Verdict.Why.SEEN_BEFORE) {
            return;
        }
        Health health = judged.stance().health();
        TargetId target = watched.target().id();
        Optional<Onset> onset = onset(health);
        if (onset.isEmpty()) {
            well(target, health);
            return;
        }
        Ailing before = ailing.get(target);
        Optional<Ailing> known = before != null && before.onset().equals(onset.get())
                ? Optional.of(before.and(event.observation()))
                : begun(watched, onset.get());
        known.ifPresent(one -> ailing.put(target, shown(one, event)));
        known.filter(one -> one.symptoms().since().count() == WORTH_ASKING)
                .filter(one -> one.symptoms().latest() == Symptoms.Latest.FAILED)
                .ifPresent(one -> baselines.ask(watched.target(), one.onset().firstFailure()));
        known.filter(one -> one.symptoms().signs().containsKey(Sign.NAME))
                .flatMap(Ailing::address)
                .ifPresent(address -> pinned.ask(watched.target(), address, now));
    }

    /** The incident with what it may come from, where its onset was seen. */
    Incident assessed(Incident incident, Target target, Instant now) {
        return features(target, incident.onset(), now)
                .map(features -> Assessor.assess(features, now))
                .map(assessment -> {
                    tidy();
                    latest.put(incident.id(), assessment);
                    return incident.with(assessment);
                })
                .orElse(incident);
    }

    /** Forgets what is no longer open or watched. */
    private void tidy() {
        if (latest.size() > 2 * books.open().size()) {
            latest.keySet().removeIf(id -> books.open(id).isEmpty());
            ailing.keySet().removeIf(id -> books.watch().find(id).isEmpty());
        }
    }

    /** The target's open incident with another assessment, where two in a row say otherwise than what was told. */
    List<Change> anew(Target target, Instant now) {
        Optional<Incident> open = books.openOf(target.id());
        if (open.isEmpty()) {
            return List.of();
        }
        Incident incident = open.get();
        Assessment before = latest.get(incident.id());
        if (before != null && Duration.between(before.at(), now).compareTo(APART) < 0) {
            return List.of();
        }
        Optional<Assessment> found =
                features(target, incident.onset(), now).map(features -> Assessor.assess(features, now));
        found.ifPresent(assessment -> latest.put(incident.id(), assessment));
        return found.filter(one -> before != null && !one.differsFrom(before))
                .filter(one -> incident.assessment()
                        .filter(told -> !one.differsFrom(told))
                        .isEmpty())
                .<List<Change>>map(one -> List.of(new Change.IncidentWritten(incident.with(one))))
                .orElse(List.of());
    }

    private Optional<Ailing> begun(WatchedTarget watched, Onset onset) {
        Optional<Ailing> begun = Ailing.of(onset, watched.recent());
        pinned.forget(watched.target().id());
        return begun;
    }

    private void well(TargetId target, Health health) {
        Ailing before = ailing.remove(target);
        if (before == null) {
            return;
        }
        baselines.forget(target);
        pinned.forget(target);
        books.openOf(target).ifPresent(incident -> {
            latest.remove(incident.id());
            if (health instanceof Health.Up) {
                networks.ended(target, before.onset());
            }
        });
    }

    private static Ailing shown(Ailing one, Event.Looked event) {
        return event.certificate()
                .filter(ignored -> !event.observation().outcome().isWorking())
                .map(certificate -> one.with(one.symptoms().shown(certificate.until())))
                .orElse(one);
    }

    private Optional<Features> features(Target target, Onset onset, Instant now) {
        return Optional.ofNullable(ailing.get(target.id()))
                .filter(one -> one.onset().equals(onset))
                .map(one -> new Features(
                        List.of(symptoms(target, one)),
                        networks.members(target, onset, now),
                        networks.relatives(target, onset, now),
                        networks.elsewhere(target, onset, now),
                        one.sighting(),
                        controls(books.sight()),
                        Optional.of(plan(target, now))));
    }

    private Symptoms symptoms(Target target, Ailing one) {
        Optional<Double> slowdown = baselines
                .median(target.id(), one.onset().firstFailure())
                .flatMap(usual -> Symptoms.slowdown(one.onset(), one.earlier(), usual));
        return one.symptoms()
                .slower(slowdown)
                .with(new Naming(pinned.state(target.id()), Optional.empty(), Optional.empty()));
    }

    private Features.Plan plan(Target target, Instant now) {
        return books.mutes().stream()
                        .filter(mute -> mute.purpose() == Mute.Purpose.MAINTENANCE && mute.holdsAt(now))
                        .anyMatch(mute -> mute.scope().covers(target))
                ? Features.Plan.WITHIN
                : Features.Plan.NONE;
    }

    private static Optional<ControlCount> controls(Sight sight) {
        return switch (sight) {
            case Sight.Unguarded ignored -> Optional.empty();
            case Sight.Clear clear -> Optional.of(clear.controls());
            case Sight.Blind blind -> Optional.of(blind.controls());
        };
    }

    private static Optional<Onset> onset(Health health) {
        return switch (health) {
            case Health.Suspected suspected -> Optional.of(suspected.onset());
            case Health.Down down -> Optional.of(down.onset());
            case Health.Recovering recovering -> Optional.of(recovering.down().onset());
            case Health.Up ignored -> Optional.empty();
            case Health.Losing ignored -> Optional.empty();
            case Health.Unknown ignored -> Optional.empty();
        };
    }
}
