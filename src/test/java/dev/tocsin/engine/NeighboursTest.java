package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Target;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighboursTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        rig.declare(List.of(
                target("site", Origin.FILE),
                target("shop", Origin.CHAT),
                target("played", Origin.PRACTICE),
                target("stage", Origin.PRACTICE)));
        rig.run(MINUTE);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aRealTargetIsComparedWithRealOnesAlone() {
        assertThat(reachableAfterTheEndOf("site")).containsExactly("The shop");
    }

    @Test
    void aTargetOfThePracticeNetworkIsComparedWithItsOwnAlone() {
        assertThat(reachableAfterTheEndOf("played")).containsExactly("The stage");
    }

    private List<String> reachableAfterTheEndOf(String id) {
        rig.dead.add(id);
        rig.run(MINUTE);
        return rig.archive().incidents(1).getFirst().evidence().stillReachable();
    }

    private static Target target(String id, Origin origin) {
        Target like = Samples.target(id);
        return new Target(
                like.id(),
                like.name(),
                like.check(),
                Optional.empty(),
                like.tags(),
                like.severity(),
                like.pace(),
                like.confirm(),
                like.zone(),
                origin);
    }
}
