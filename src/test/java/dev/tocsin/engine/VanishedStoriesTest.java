package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Severity;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A channel that is no more. */
class VanishedStoriesTest {
    private static final ChannelRef ROOM = ChannelRef.parse("telegram:-5");

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        rig.ask(new Request.Subscribe(ROOM, new Scope.Everything(), Severity.LOW, Manner.PLAIN, "ana"));
        rig.run(Duration.ofMinutes(1));
        rig.answers.put(ROOM, () -> new DeliveryResult.Gone("Unknown Channel"));
        rig.dead.add("api");
        rig.run(Duration.ofMinutes(2));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void itsSubscriptionEndsAndTheAuditKeepsIt() {
        assertThat(rig.engine.subscriptions()).noneMatch(one -> one.channel().equals(ROOM));
        assertThat(rig.archive().audit(10))
                .anyMatch(entry -> entry.toString().contains(ROOM.toString())
                        && entry.toString().contains("Unknown Channel"));
    }

    @Test
    void theOperatorsHearOfItOnceAndOthersAreToldAsEver() {
        rig.dead.clear();
        rig.run(Duration.ofMinutes(2));

        assertThat(rig.said)
                .filteredOn(line -> line.startsWith("trouble/channel/"))
                .hasSize(1);
        assertThat(rig.said).contains("incident/1/outage", "incident/1/restored re m1");
    }

    @Test
    void itStaysAwayAfterARestart() {
        rig.restartAfter(Duration.ofMinutes(1));
        rig.run(Duration.ofMinutes(1));

        assertThat(rig.engine.subscriptions()).noneMatch(one -> one.channel().equals(ROOM));
    }
}
