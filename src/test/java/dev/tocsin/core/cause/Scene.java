package dev.tocsin.core.cause;

import static dev.tocsin.sample.Samples.NOON;

import dev.tocsin.core.observe.ControlCount;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.sample.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was measured in a scene: at first three failed looks from one place, and nothing else. */
public record Scene(Features features) {
    static final Instant AT = NOON.plusSeconds(15);

    public static Scene failing(Map<Sign, Integer> signs) {
        int failed = signs.values().stream().mapToInt(Integer::intValue).sum();
        Symptoms one = new Symptoms(
                Samples.onset(NOON),
                new Tally(failed, failed),
                signs,
                Symptoms.Latest.FAILED,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Naming.UNKNOWN);
        return new Scene(new Features(
                List.of(one),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Sighting(Set.of(Samples.HERE), Set.of()),
                Optional.empty(),
                Optional.empty()));
    }

    public static Scene failing(Sign sign) {
        return failing(Map.of(sign, 3));
    }

    public Assessment assessed() {
        return Assessor.assess(features, AT);
    }

    /** So many more looks since the onset succeeded, and it failed again after so many of them. */
    public Scene succeeding(int looks, int relapses) {
        Symptoms s = one();
        return with(new Symptoms(
                s.onset(),
                s.since().plus(new Tally(0, looks)),
                s.signs(),
                s.latest(),
                relapses,
                s.before(),
                s.slowdown(),
                s.certificateUntil(),
                s.page(),
                s.naming()));
    }

    public Scene before(int failed, int of) {
        Symptoms s = one();
        return with(new Symptoms(
                s.onset(),
                s.since(),
                s.signs(),
                s.latest(),
                s.relapses(),
                Optional.of(new Tally(failed, of)),
                s.slowdown(),
                s.certificateUntil(),
                s.page(),
                s.naming()));
    }

    public Scene slower(double factor) {
        return with(one().slower(Optional.of(factor)));
    }

    public Scene ended(Instant until) {
        return with(one().shown(until));
    }

    public Scene page(Symptoms.Page page) {
        Symptoms s = one();
        return with(new Symptoms(
                s.onset(),
                s.since(),
                s.signs(),
                s.latest(),
                s.relapses(),
                s.before(),
                s.slowdown(),
                s.certificateUntil(),
                Optional.of(page),
                s.naming()));
    }

    public Scene pinned(Naming.Pinned state) {
        Naming before = one().naming();
        return with(one().with(new Naming(Optional.of(state), before.servers(), before.resolvers())));
    }

    public Scene servers(Naming.Servers where) {
        Naming before = one().naming();
        return with(one().with(new Naming(before.pinned(), Optional.of(where), before.resolvers())));
    }

    public Scene resolvers(int failing, int of) {
        Naming before = one().naming();
        return with(one().with(new Naming(before.pinned(), before.servers(), Optional.of(new Tally(failing, of)))));
    }

    public Scene network(int failing, int steady, int known) {
        return with(new Members(failing, steady, known, Duration.ZERO, Optional.empty()));
    }

    /** The network's onsets lie so many seconds apart, at an interval of 60 s. */
    public Scene within(int seconds) {
        Members m = features.members().orElseThrow();
        return with(new Members(
                m.failing(),
                m.steady(),
                m.known(),
                m.mappedAgo(),
                Optional.of(new Members.Spread(Duration.ofSeconds(seconds), Duration.ofMinutes(1)))));
    }

    public Scene mappedAgo(Duration age) {
        Members m = features.members().orElseThrow();
        return with(new Members(m.failing(), m.steady(), m.known(), age, m.spread()));
    }

    public Scene relatives(int answering, int of) {
        return new Scene(new Features(
                features.failing(),
                features.members(),
                Optional.of(new Tally(answering, of)),
                features.elsewhere(),
                features.sighting(),
                features.controls(),
                features.plan()));
    }

    public Scene elsewhere(int failing, int of) {
        return new Scene(new Features(
                features.failing(),
                features.members(),
                features.relatives(),
                Optional.of(new Tally(failing, of)),
                features.sighting(),
                features.controls(),
                features.plan()));
    }

    public Scene vantages(int failing, int answering) {
        return new Scene(new Features(
                features.failing(),
                features.members(),
                features.relatives(),
                features.elsewhere(),
                new Sighting(named(1, failing), named(failing + 1, failing + answering)),
                features.controls(),
                features.plan()));
    }

    public Scene controls(int answering, int of) {
        return new Scene(new Features(
                features.failing(),
                features.members(),
                features.relatives(),
                features.elsewhere(),
                features.sighting(),
                Optional.of(new ControlCount(answering, of)),
                features.plan()));
    }

    public Scene plan(Features.Plan plan) {
        return new Scene(new Features(
                features.failing(),
                features.members(),
                features.relatives(),
                features.elsewhere(),
                features.sighting(),
                features.controls(),
                Optional.of(plan)));
    }

    private static Set<Vantage> named(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> new Vantage("v" + i))
                .collect(Collectors.toSet());
    }

    private Symptoms one() {
        return features.failing().getFirst();
    }

    private Scene with(Symptoms changed) {
        return new Scene(new Features(
                List.of(changed),
                features.members(),
                features.relatives(),
                features.elsewhere(),
                features.sighting(),
                features.controls(),
                features.plan()));
    }

    private Scene with(Members members) {
        return new Scene(new Features(
                features.failing(),
                Optional.of(members),
                features.relatives(),
                features.elsewhere(),
                features.sighting(),
                features.controls(),
                features.plan()));
    }
}
