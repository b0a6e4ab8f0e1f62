package dev.tocsin.core.cause;

import static dev.tocsin.sample.Samples.NOON;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Scenes of all sorts, likely ones and others. */
public final class Scenes extends DomainContextBase {
    /** A feature that nobody measured after all. */
    enum Forgetting {
        NETWORK,
        RELATIVES,
        ELSEWHERE,
        CONTROLS,
        PLAN,
        SLOWDOWN,
        NAMING,
        BEFORE,
        CERTIFICATE;

        Scene of(Scene scene) {
            Features f = scene.features();
            return new Scene(new Features(
                    f.failing().stream().map(this::of).toList(),
                    this == NETWORK ? Optional.empty() : f.members(),
                    this == RELATIVES ? Optional.empty() : f.relatives(),
                    this == ELSEWHERE ? Optional.empty() : f.elsewhere(),
                    f.sighting(),
                    this == CONTROLS ? Optional.empty() : f.controls(),
                    this == PLAN ? Optional.empty() : f.plan()));
        }

        private Symptoms of(Symptoms s) {
            return new Symptoms(
                    s.onset(),
                    s.since(),
                    s.signs(),
                    s.latest(),
                    s.relapses(),
                    this == BEFORE ? Optional.empty() : s.before(),
                    this == SLOWDOWN ? Optional.empty() : s.slowdown(),
                    this == CERTIFICATE ? Optional.empty() : s.certificateUntil(),
                    s.page(),
                    this == NAMING ? Naming.UNKNOWN : s.naming());
        }
    }

    @Provide
    Arbitrary<Forgetting> forgettings() {
        return Arbitraries.of(Forgetting.values());
    }

    @Provide
    Arbitrary<Scene> scenes() {
        Arbitrary<Scene> failing = Combinators.combine(
                        Arbitraries.maps(
                                        Arbitraries.of(Sign.class),
                                        Arbitraries.integers().between(1, 9))
                                .ofMinSize(1)
                                .ofMaxSize(3),
                        Arbitraries.integers().between(0, 9))
                .as((signs, good) -> Scene.failing(signs).succeeding(good, good / 2));
        Arbitrary<Scene> named = maybe(
                maybe(
                        maybe(failing, Arbitraries.of(Naming.Pinned.class), Scene::pinned),
                        Arbitraries.of(Naming.Servers.class),
                        Scene::servers),
                Arbitraries.integers().between(0, 3),
                (scene, resolvers) -> scene.resolvers(resolvers, 3));
        Arbitrary<Scene> timed = maybe(
                maybe(
                        maybe(named, Arbitraries.of(.8, 1.4, 2.0, 3.0, 7.5), Scene::slower),
                        Arbitraries.integers().between(0, 9),
                        (scene, failed) -> scene.before(failed, 9)),
                Arbitraries.integers().between(-9, 9),
                (scene, hours) -> scene.ended(NOON.plus(Duration.ofHours(hours))));
        return beside(within(timed));
    }

    private static Arbitrary<Scene> within(Arbitrary<Scene> scenes) {
        Arbitrary<List<Integer>> counts =
                Arbitraries.integers().between(0, 9).list().ofSize(3);
        Arbitrary<Scene> members = maybe(
                scenes,
                counts,
                (scene, n) -> scene.network(n.get(0) + 1, n.get(1), n.get(0) + 1 + n.get(1) + n.get(2) / 5)
                        .within(n.get(2) * 15)
                        .mappedAgo(Duration.ofDays(n.get(1))));
        return maybe(members, Arbitraries.of(Symptoms.Page.class), Scene::page);
    }

    private static Arbitrary<Scene> beside(Arbitrary<Scene> scenes) {
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 3);
        Arbitrary<Scene> others = maybe(
                maybe(scenes, few, (scene, answering) -> scene.relatives(answering, 3)),
                few,
                (scene, failing) -> scene.elsewhere(failing, 3));
        Arbitrary<Scene> seen = maybe(
                maybe(others, few, (scene, answering) -> scene.controls(answering, 3)),
                few,
                (scene, answering) -> scene.vantages(4 - answering, answering));
        return maybe(seen, Arbitraries.of(Features.Plan.class), Scene::plan);
    }

    /** Measured in about half of the scenes. */
    private static <T> Arbitrary<Scene> maybe(
            Arbitrary<Scene> scenes, Arbitrary<T> values, Combinators.F2<Scene, T, Scene> how) {
        return Combinators.combine(scenes, values.optional(.5))
                .as((scene, value) -> value.isPresent() ? how.apply(scene, value.get()) : scene);
    }
}
