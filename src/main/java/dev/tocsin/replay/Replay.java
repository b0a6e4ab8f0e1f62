package dev.tocsin.replay;

import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Capacity;
import dev.tocsin.engine.Channel;
import dev.tocsin.engine.Declared;
import dev.tocsin.engine.Fittings;
import dev.tocsin.engine.SteppedEngine;
import dev.tocsin.engine.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Plays a history to the bot's own engine in a time of its own. Every look that the bot would have made is made, extra
 * ones too. What goes by the second goes by the minute once nothing has changed for a quarter of an hour: nothing there
 * waits longer. Used by one thread.
 */
public final class Replay {
    /** So long after the last row the bot goes on, so that what it was about to say is said. */
    static final Duration AFTER = Duration.ofMinutes(30);

    /** Nothing in the engine waits for longer without a change. */
    private static final Duration RESTLESS = Duration.ofMinutes(15);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Recording recording;
    private final Scene scene;
    private final Wording words;

    public Replay(Recording recording, Scene scene, Wording words) {
        this.recording = recording;
        this.scene = scene;
        this.words = words;
    }

    /** What this rule makes of the whole history. */
    public Account under(Rule rule) {
        return rule instanceof Rule.EachChange each ? EachChanges.of(recording, scene.declared(), each) : engine(rule);
    }

    private Account engine(Rule rule) {
        Declared declared = scene.under(rule);
        VirtualTime clock = new VirtualTime(recording.first());
        Ears ears = new Ears(words, clock);
        PaperStores stores = new PaperStores();
        List<Channel> platforms = declared.subscriptions().stream()
                .map(Subscription::channel)
                .map(channel -> channel.platform())
                .distinct()
                .map(ears::platform)
                .toList();
        Fittings fittings = new Fittings(
                new RecordedProber(recording, declared.targets(), clock), platforms, ears, new Capacity(1, 1));
        play(new SteppedEngine(fittings, stores.stores(), declared, clock), clock);
        return account(rule, ears.sent(), stores.incidents());
    }

    private void play(SteppedEngine engine, VirtualTime clock) {
        Instant until = recording.last().plus(AFTER);
        Instant restlessUntil = clock.instant();
        Instant tick = clock.instant().plus(SECOND);
        while (clock.instant().isBefore(until)) {
            Instant look = engine.nextLook().orElse(until);
            clock.reach(look.isBefore(tick) ? look : tick);
            SteppedEngine.Stir stir = engine.look();
            boolean ticks = !clock.instant().isBefore(tick);
            if (ticks && engine.second() == SteppedEngine.Stir.CHANGED) {
                stir = SteppedEngine.Stir.CHANGED;
            }
            if (stir == SteppedEngine.Stir.CHANGED) {
                restlessUntil = clock.instant().plus(RESTLESS);
                tick = earlier(tick, clock.instant().plus(SECOND));
            }
            if (ticks) {
                tick = clock.instant().plus(clock.instant().isBefore(restlessUntil) ? SECOND : MINUTE);
            }
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Account account(Rule rule, List<Sent> sent, Collection<Incident> incidents) {
        Set<TargetId> targets = new HashSet<>();
        for (Incident incident : incidents) {
            if (incident.subject() instanceof Subject.OfTarget of) {
                targets.add(of.id());
            }
        }
        List<Incident> own =
                incidents.stream().filter(one -> one.partOf().isEmpty()).toList();
        return new Account(
                rule,
                sent,
                own.size(),
                (int) own.stream().filter(Incident::isOpen).count(),
                targets);
    }
}
