package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.notice.Bell;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.target.Severity;
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

/** What tells of targets of low severity alone makes no sound. */
class BellStoriesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeEach
    void open() {
        rig = new Rig(folder);
        rig.declare(List.of(of("quiet", Severity.LOW), of("still", Severity.LOW), of("plain", Severity.NORMAL)));
        rig.run(MINUTE);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static Target of(String id, Severity severity) {
        Target one = Samples.target(id);
        return new Target(
                one.id(),
                one.name(),
                one.check(),
                one.network(),
                one.tags(),
                severity,
                one.pace(),
                one.confirm(),
                one.zone(),
                one.origin());
    }

    private void downAndUp(String... names) {
        rig.dead.addAll(List.of(names));
        rig.run(MINUTE.multipliedBy(3));
        rig.dead.clear();
        rig.run(MINUTE.multipliedBy(3));
    }

    @Test
    void anOutageOfLowSeverityAndItsEndAreSilent() {
        downAndUp("quiet");

        assertThat(rig.said).hasSize(2);
        assertThat(rig.bells).containsExactly(Bell.SILENT, Bell.SILENT);
    }

    @Test
    void otherOutagesRing() {
        downAndUp("plain");

        assertThat(rig.bells).containsExactly(Bell.RINGS, Bell.RINGS);
    }

    @Test
    void oneThatRingsAmongSeveralMakesThemRing() {
        Notice low = new Notice.Outage(Incident.open(
                new IncidentId(1),
                Subject.OfTarget.of(of("quiet", Severity.LOW), Optional.empty()),
                Samples.onset(Samples.NOON),
                Samples.NOON,
                Samples.evidence()));
        Notice normal = new Notice.Outage(Samples.incident(2, "plain", Samples.NOON));

        assertThat(Manners.bell(List.of(low, low))).isEqualTo(Bell.SILENT);
        assertThat(Manners.bell(List.of(low, normal))).isEqualTo(Bell.RINGS);
        assertThat(Manners.bell(List.of(low, new Notice.Drill("ana", "", Samples.NOON))))
                .as("what the bot says of itself")
                .isEqualTo(Bell.RINGS);
    }
}
