package dev.tocsin.store;

import static dev.tocsin.sample.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.history.Counts;
import dev.tocsin.core.history.Grain;
import dev.tocsin.core.history.LatencyTally;
import dev.tocsin.core.history.Rollup;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.History;
import dev.tocsin.engine.HistoryQuery;
import dev.tocsin.engine.Upkeep.Rolled;
import dev.tocsin.sample.HeldLooks;
import dev.tocsin.sample.RandomLooks;
import dev.tocsin.sample.Samples;
import dev.tocsin.store.JdbiHousekeeping.KeepSince;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roll-ups of a real SQLite file against looks held in memory. */
class RollupsTest {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final TargetId MAIL = new TargetId("mail");
    private static final Instant MIDNIGHT = Instant.parse("2022-07-16T00:00:00Z");

    private static final List<Grain> GRAINS = List.of(Grain.values());

    @TempDir
    Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("tocsin.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anyTimeReadFromRollupsComesToWhatItsLooksComeTo() {
        Instant now = MIDNIGHT.plus(Duration.ofHours(61)).plusMillis(1_234_567);
        HeldLooks held = append(new RandomLooks(3).of("mail", EVERY, MIDNIGHT, now));
        append(new RandomLooks(4).of("portal", EVERY, MIDNIGHT, now));
        roll(now);
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            Instant from =
                    MIDNIGHT.plusMillis(random.nextLong(Duration.ofHours(60).toMillis()));
            Instant until = from.plusMillis(
                    1 + random.nextLong(Duration.between(from, now).toMillis()));
            Grain coarsest = GRAINS.get(i % GRAINS.size());

            History history = history(from, until, coarsest);

            assertThat(history.from()).isEqualTo(from);
            assertThat(history.until()).isEqualTo(until);
            assertSame(history, held);
        }
    }

    @Test
    void ofATargetNeverLookedAtNothingIsTold() {
        append(List.of(Samples.look("portal", NOON, Samples.up())));

        assertThat(history(NOON, NOON.plusSeconds(9), Grain.MINUTE).rollups()).isEmpty();
    }

    @Test
    void anySplitOrderAndRepetitionOfLooksGivesTheSameRollups() {
        Instant end = MIDNIGHT.plus(Duration.ofHours(30));
        List<Observation> looks = new RandomLooks(8).of("mail", EVERY, MIDNIGHT, end);
        append(looks);
        roll(end.plusSeconds(36_000));
        String inOrder = dump(store);
        for (int seed = 0; seed < 8; seed++) {
            Path file = folder.resolve("other-" + seed + ".db");
            try (SqliteStore other = SqliteStore.open(file)) {
                appendSomehow(other, looks, new Random(seed), end);

                assertThat(dump(other)).as("seed %d", seed).isEqualTo(inOrder);
            }
        }
    }

    /** Shuffled or not, some of them twice, rolled up now and then in between. */
    private static void appendSomehow(SqliteStore other, List<Observation> looks, Random random, Instant end) {
        List<Observation> left = new ArrayList<>(looks);
        looks.stream().filter(look -> random.nextInt(5) == 0).forEach(left::add);
        if (random.nextInt(4) > 0) {
            Collections.shuffle(left, random);
        }
        while (!left.isEmpty()) {
            List<Observation> batch = left.subList(0, Math.min(left.size(), 1 + random.nextInt(900)));
            other.observationLog().append(List.copyOf(batch));
            batch.clear();
            if (random.nextInt(3) == 0) {
                roll(other, MIDNIGHT.plusSeconds(random.nextLong(120_000)));
            }
        }
        roll(other, end.plusSeconds(36_000));
    }

    @Test
    void aLookThatComesLateIsCountedWithItsHourAndDay() {
        Instant next = MIDNIGHT.plus(Duration.ofHours(26));
        List<Observation> looks = new ArrayList<>();
        for (Instant at = MIDNIGHT; at.isBefore(next); at = at.plusSeconds(30)) {
            looks.add(Samples.look("mail", at, Samples.up()));
        }
        List<Observation> late = List.of(looks.remove(1_000), looks.remove(500));
        append(looks);
        roll(next);

        assertThat(rows(Grain.DAY)).singleElement().extracting(Rollup::counts).isEqualTo(new Counts(2_878, 0, 0, 0));
        append(late);
        assertThat(total(MIDNIGHT, next).counts().looks()).isEqualTo(3_120);
        roll(next);

        assertThat(rows(Grain.DAY)).singleElement().satisfies(day -> {
            assertThat(day.counts()).isEqualTo(new Counts(2_880, 0, 0, 0));
            assertThat(day.working()).isEqualTo(Duration.ofDays(1));
        });
        assertThat(rows(Grain.HOUR)).hasSize(25).allMatch(hour -> hour.counts().up() == 120);
    }

    @Test
    void anHourIsRolledUpTwoMinutesAfterItsEnd() {
        append(List.of(Samples.look("mail", NOON.plusSeconds(90), Samples.down())));

        roll(NOON.plusSeconds(3_719));
        assertThat(rows(Grain.HOUR)).isEmpty();
        roll(NOON.plusSeconds(3_720));

        assertThat(rows(Grain.HOUR))
                .singleElement()
                .isEqualTo(new Rollup(
                        NOON,
                        new Counts(0, 0, 1, 0),
                        Duration.ZERO,
                        Duration.ofSeconds(45),
                        dev.tocsin.core.history.Latencies.NONE));
    }

    @Test
    void whatIsUnjudgedIsALookAndNeitherUpNorDown() {
        Outcome blind = new Outcome.Unjudged(Outcome.Reason.OWN_NETWORK, "");
        append(List.of(
                Samples.look("mail", NOON, Samples.up()),
                Samples.look("mail", NOON.plusSeconds(30), blind),
                Samples.look("mail", NOON.plusSeconds(60), blind)));
        roll(NOON.plusSeconds(86_400));

        assertThat(rows(Grain.DAY)).singleElement().satisfies(day -> {
            assertThat(day.counts()).isEqualTo(new Counts(1, 0, 0, 2));
            assertThat(day.working()).isEqualTo(Duration.ofSeconds(30));
            assertThat(day.failing()).isZero();
            assertThat(day.latencies().count()).isEqualTo(1);
        });
    }

    @Test
    void lookingBackOverASilenceOfMonthsFindsBothItsEnds() {
        Instant later = NOON.plus(Duration.ofDays(200));
        append(List.of(Samples.look("mail", NOON, Samples.up())));
        roll(NOON.plusSeconds(7_200));
        append(List.of(Samples.look("mail", later, Samples.up())));
        roll(later.plus(Duration.ofDays(2)));

        assertThat(rows(Grain.DAY))
                .extracting(Rollup::at)
                .containsExactly(Grain.DAY.floor(NOON), Grain.DAY.floor(later));
    }

    @Test
    void aTargetNobodyWatchesIsRolledUpByTheIntervalItLastHad() {
        append(List.of(
                Samples.look("mail", NOON, Samples.up()), Samples.look("mail", NOON.plusSeconds(3_600), Samples.up())));
        store.upkeep().roll(NOON.plusSeconds(3_720), id -> Optional.of(Duration.ofMinutes(10)));
        store.upkeep().roll(NOON.plusSeconds(7_320), id -> Optional.empty());

        assertThat(rows(Grain.HOUR))
                .extracting(Rollup::working)
                .containsOnly(Duration.ofMinutes(15))
                .hasSize(2);
    }

    @Test
    void removingLooksChangesNothingThatIsSaidButHowFinelyATimeBegins() {
        Instant now = MIDNIGHT.plus(Duration.ofDays(5)).plusSeconds(1_000);
        HeldLooks held = append(new RandomLooks(6).of("mail", EVERY, MIDNIGHT, now));
        roll(now);
        Rollup before = total(MIDNIGHT, now);
        prune(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(3)), Instant.EPOCH);

        assertThat(total(MIDNIGHT, now)).isEqualTo(before);
        Instant old = MIDNIGHT.plusSeconds(30_000).plusMillis(500);
        assertThat(history(old, now, Grain.HOUR).from()).isEqualTo(Grain.HOUR.floor(old));
        Instant middling = now.minus(Duration.ofHours(60)).plusMillis(500);
        assertThat(history(middling, now, Grain.MINUTE).from()).isEqualTo(Grain.MINUTE.floor(middling));
        Instant fresh = now.minus(Duration.ofHours(47)).plusMillis(500);
        assertThat(history(fresh, now, Grain.MINUTE).from()).isEqualTo(fresh);
        for (Instant from : List.of(old, middling, fresh)) {
            assertSame(history(from, now, Grain.HOUR), held);
            assertSame(history(from, now, Grain.SECOND), held);
        }
    }

    @Test
    void withHoursGoneTooDaysStillTellTheirWhole() {
        Instant now = MIDNIGHT.plus(Duration.ofDays(9)).plusSeconds(1_000);
        HeldLooks held =
                append(new RandomLooks(7).of("mail", Duration.ofMinutes(5), MIDNIGHT, now), Duration.ofMinutes(5));
        store.upkeep().roll(now, id -> Optional.of(Duration.ofMinutes(5)));
        prune(now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(4)));

        History history = store.archive()
                .history(
                        new HistoryQuery(MAIL, Duration.ofMinutes(5), MIDNIGHT.plusSeconds(50_000), now, Grain.MINUTE));

        assertThat(history.from()).isEqualTo(MIDNIGHT);
        assertSame(history, held);
    }

    @Test
    void looksThatAreNotRolledUpAreNotRemoved() {
        List<Observation> looks = new RandomLooks(2).of("mail", EVERY, MIDNIGHT, MIDNIGHT.plusSeconds(40_000));
        append(looks);
        prune(MIDNIGHT.plus(Duration.ofDays(9)), MIDNIGHT, MIDNIGHT);

        assertThat(store.archive().looks(MAIL, MIDNIGHT, MIDNIGHT.plusSeconds(40_000)))
                .hasSize(looks.size());
    }

    @Test
    void aLookLaterThanLooksAreKeptChangesNoRollup() {
        Instant now = MIDNIGHT.plus(Duration.ofDays(3));
        append(new RandomLooks(2).of("mail", EVERY, MIDNIGHT, now));
        roll(now);
        prune(now.minus(Duration.ofDays(1)), Instant.EPOCH, Instant.EPOCH);
        String before = dump(store);
        append(List.of(Samples.look("mail", MIDNIGHT.plusSeconds(7), Samples.down())));
        roll(now);

        assertThat(dump(store)).isEqualTo(before);
    }

    @Test
    void theLooksOfAStoreFromBeforeThereWereRollupsAreRolledUp() throws SQLException {
        Instant now = MIDNIGHT.plus(Duration.ofHours(50)).plusSeconds(1_000);
        HeldLooks held = append(new RandomLooks(9).of("mail", EVERY, MIDNIGHT.plusSeconds(5_000), now));
        store.close();
        makeOld(folder.resolve("tocsin.db"));
        open();

        assertSame(history(MIDNIGHT, now, Grain.DAY), held);
        assertThat(rows(Grain.HOUR)).isEmpty();
        roll(now);

        assertThat(rows(Grain.DAY)).hasSize(2);
        assertSame(history(MIDNIGHT, now, Grain.DAY), held);
    }

    private static void makeOld(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String table : List.of(
                    "rolled", "rollup_minutes", "rollup_hour", "rollup_day", "memo", "origin", "target_address")) {
                statement.execute("drop table " + table);
            }
            statement.execute("drop index delivery_outdated");
            statement.execute("drop index delivery_receipt");
            statement.execute("alter table delivery drop column changes");
            statement.execute("delete from flyway_schema_history where version in ('3', '4', '5', '6')");
        }
    }

    @Test
    void removedLooksAreGoneAndTheLastBeforeTheMarkStays() {
        for (int i = 0; i < 12; i++) {
            append(List.of(Samples.look("mail", NOON.plusSeconds(600 * i + 1), Samples.up())));
        }
        roll(NOON.plusSeconds(86_400));

        assertThat(prune(NOON.plusSeconds(3_700), Instant.EPOCH, Instant.EPOCH)).isEqualTo(5);
        assertThat(store.archive().looks(MAIL, Instant.EPOCH, NOON.plusSeconds(86_400)))
                .extracting(Observation::at)
                .first()
                .isEqualTo(NOON.plusSeconds(3_001));
    }

    private long prune(Instant looks, Instant minutes, Instant hours) {
        return store.housekeeping()
                .prune(new KeepSince(looks, minutes, hours, Instant.EPOCH, Instant.EPOCH))
                .looks();
    }

    private HeldLooks append(List<Observation> looks) {
        return append(looks, EVERY);
    }

    private HeldLooks append(List<Observation> looks, Duration every) {
        store.observationLog().append(looks);
        return new HeldLooks(looks, every);
    }

    private void roll(Instant now) {
        roll(store, now);
    }

    static void roll(SqliteStore store, Instant now) {
        Rolled rolled = Rolled.MORE;
        while (rolled == Rolled.MORE) {
            rolled = store.upkeep().roll(now, id -> Optional.of(EVERY));
        }
    }

    private History history(Instant from, Instant until, Grain coarsest) {
        return store.archive().history(new HistoryQuery(MAIL, EVERY, from, until, coarsest));
    }

    private Rollup total(Instant from, Instant until) {
        return Rollup.sum(from, history(from, until, Grain.DAY).rollups());
    }

    private List<Rollup> rows(Grain grain) {
        return store.rollups(MAIL, grain);
    }

    /** All roll-ups of one target, to the last bit. */
    private static String dump(SqliteStore store) {
        StringBuilder dump = new StringBuilder();
        for (Grain grain : List.of(Grain.MINUTE, Grain.HOUR, Grain.DAY)) {
            store.rollups(MAIL, grain).forEach(one -> {
                dump.append(grain).append(' ').append(one);
                one.latencies()
                        .tell((place, times) ->
                                dump.append(' ').append(place).append('x').append(times));
                dump.append('\n');
            });
        }
        return dump.toString();
    }

    private static void assertSame(History history, HeldLooks held) {
        Rollup sum = Rollup.sum(history.from(), history.rollups());
        assertThat(sum.counts()).isEqualTo(held.counts(history.from(), history.until()));
        assertThat(sum.working()).isEqualTo(held.working(history.from(), history.until()));
        assertThat(sum.failing()).isEqualTo(held.failing(history.from(), history.until()));
        List<Duration> sorted = held.latencies(history.from(), history.until());
        LatencyTally tally = new LatencyTally();
        tally.add(sum.latencies());
        for (double share : sorted.isEmpty() ? new double[0] : new double[] {.01, .5, .95, .99, 1}) {
            Duration exact = HeldLooks.percentile(sorted, share);
            assertThat(tally.percentile(share)).isBetween(exact, exact.plus(exact.dividedBy(128)));
        }
    }
}
