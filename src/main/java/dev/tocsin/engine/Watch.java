package dev.tocsin.engine;

import dev.tocsin.core.detect.Detectors;
import dev.tocsin.core.detect.Stance;
import dev.tocsin.core.network.Grouping;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.Control;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Pace;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The targets that are watched: those of the file and those of chat, less those that are paused. Where both declare one
 * id, the file's is watched. Written by the intake alone; read by anybody.
 */
final class Watch {
    private final LookPlan plan;
    private final Timepiece time;
    private final Map<TargetId, WatchedTarget> watched = new ConcurrentHashMap<>();
    private final Map<TargetId, Stance> remembered;
    private final Map<TargetId, Target> ofChat;
    private final Set<TargetId> paused;
    private List<Target> ofFile = List.of();
    private Map<NetworkId, Network> networks = Map.of();
    private List<Control> controls = List.of();
    private volatile Vantage vantage = new Vantage("here");
    private volatile Grouping grouping = Grouping.PLAIN;
    private volatile Roster roster = new Roster(Map.of(), Map.of(), List.of(), Set.of());

    /**
     * @param stances what is held of targets from before
     */
    Watch(Remembered before, Map<TargetId, Stance> stances, LookPlan plan, Timepiece time) {
        this.plan = plan;
        this.time = time;
        this.remembered = new HashMap<>(stances);
        this.paused = new HashSet<>(before.paused());
        this.ofChat = before.targets().stream()
                .collect(Collectors.toMap(Target::id, target -> target, (a, b) -> b, HashMap::new));
    }

    /** Where looks are made from. */
    Vantage vantage() {
        return vantage;
    }

    /** How targets that name no network come to one. */
    Grouping grouping() {
        return grouping;
    }

    Roster roster() {
        return roster;
    }

    Optional<WatchedTarget> find(TargetId target) {
        return Optional.ofNullable(watched.get(target));
    }

    Collection<WatchedTarget> all() {
        return watched.values();
    }

    /** Ids that both the file and chat declare: the file's target is watched. */
    Set<TargetId> shadowed() {
        return ofFile.stream().map(Target::id).filter(ofChat::containsKey).collect(Collectors.toUnmodifiableSet());
    }

    /** Targets of chat that are watched or shadowed. */
    Map<TargetId, Target> ofChat() {
        return ofChat;
    }

    /** Targets something is held of that nobody declares any more. */
    Set<TargetId> abandoned() {
        return remembered.keySet().stream()
                .filter(target -> !watched.containsKey(target))
                .collect(Collectors.toUnmodifiableSet());
    }

    void forget(TargetId target) {
        remembered.remove(target);
    }

    void declare(Declared declared) {
        vantage = declared.vantage();
        grouping = declared.grouping();
        ofFile = declared.targets();
        networks = declared.networks().stream().collect(Collectors.toMap(Network::id, Function.identity()));
        controls = declared.controls();
        renew();
    }

    void add(Target target) {
        ofChat.put(target.id(), target);
        renew();
        plan.lookAgain(target.id(), time.now());
    }

    void remove(TargetId target) {
        ofChat.remove(target);
        paused.remove(target);
        renew();
    }

    void pause(TargetId target) {
        paused.add(target);
        renew();
    }

    void resume(TargetId target) {
        paused.remove(target);
        renew();
        plan.lookAgain(target, time.now());
    }

    void stand(TargetId target, Stance stance) {
        find(target).ifPresent(one -> one.stand(stance));
    }

    private void renew() {
        Instant now = time.now();
        Map<TargetId, Target> wanted = new HashMap<>(ofChat);
        ofFile.forEach(target -> wanted.put(target.id(), target));
        List.copyOf(watched.keySet()).stream()
                .filter(target -> !wanted.containsKey(target))
                .forEach(this::leave);
        wanted.values().forEach(target -> take(target, now));
        roster = new Roster(
                wanted,
                networks,
                controls,
                paused.stream().filter(wanted::containsKey).collect(Collectors.toSet()));
        Map<TargetId, Pace> paces = wanted.values().stream()
                .filter(target -> !paused.contains(target.id()))
                .collect(Collectors.toMap(Target::id, Target::pace));
        plan.replan(paces, now);
    }

    private void leave(TargetId target) {
        WatchedTarget left = watched.remove(target);
        if (left != null) {
            remembered.put(target, left.stance());
        }
    }

    private void take(Target target, Instant now) {
        Standing.Watching watching = paused.contains(target.id()) ? Standing.Watching.PAUSED : Standing.Watching.ON;
        UnaryOperator<WatchedTarget> renewed = before ->
                before.target().equals(target) && before.watching() == watching ? before : before.as(target, watching);
        WatchedTarget before = watched.get(target.id());
        if (before != null) {
            watched.put(target.id(), renewed.apply(before));
            return;
        }
        Stance held = remembered.remove(target.id());
        Stance stance = held != null ? held : Detectors.of(target).start(now);
        watched.put(target.id(), new WatchedTarget(target, watching, stance));
    }
}
