package dev.tocsin.store;

import dev.tocsin.core.history.Grain;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.engine.ObservationLog;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Looks in SQL: compact rows, written in batches. */
final class JdbiObservationLog implements ObservationLog {
    private final Database database;
    private final Map<String, Long> words = new HashMap<>();

    JdbiObservationLog(Database database) {
        this.database = database;
    }

    @Override
    public synchronized void append(List<Observation> batch) {
        if (batch.isEmpty()) {
            return;
        }
        Map<String, Long> learnt = new HashMap<>();
        database.change(handle -> {
            looks(handle, batch, learnt);
            rollUpAnew(handle, batch, learnt);
            lastLooks(handle, batch);
            alive(handle, batch);
        });
        words.putAll(learnt);
    }

    private void looks(Handle handle, List<Observation> batch, Map<String, Long> learnt) {
        PreparedBatch insert = handle.prepareBatch(
                "insert into look (target, at, vantage, outcome, detail, phase, address, dns, tcp, starttls, tls, http, talk, icmp, total)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing");
        for (Observation look : batch) {
            Timings timings = look.finding().timings();
            insert.add(
                    target(handle, look, learnt),
                    look.at().toEpochMilli(),
                    word(handle, "@" + look.vantage().name(), learnt),
                    OutcomeCode.code(look.outcome()),
                    OutcomeCode.detail(look.outcome()),
                    OutcomeCode.failure(look.outcome())
                            .map(Failure::phase)
                            .map(Phase::name)
                            .orElse(null),
                    look.finding().address().orElse(null),
                    micros(timings, Phase.DNS),
                    micros(timings, Phase.TCP),
                    micros(timings, Phase.STARTTLS),
                    micros(timings, Phase.TLS),
                    micros(timings, Phase.HTTP),
                    micros(timings, Phase.TALK),
                    micros(timings, Phase.ICMP),
                    micros(timings.total()));
        }
        insert.execute();
    }

    /** Looks that come after their hour was rolled up have that done again, as far back as looks are kept. */
    private void rollUpAnew(Handle handle, List<Observation> batch, Map<String, Long> learnt) {
        Instant rolled = Instant.ofEpochMilli(handle.createQuery("select coalesce(max(until), 0) from rolled")
                .mapTo(Long.class)
                .one());
        Map<Long, Instant> late = new HashMap<>();
        batch.stream()
                .filter(look -> look.at().isBefore(rolled))
                .forEach(look -> late.merge(
                        target(handle, look, learnt), look.at(), (one, other) -> one.isBefore(other) ? one : other));
        late.forEach((target, at) -> handle.createUpdate("update rolled set"
                        + " until = case when looks_since > :hour then looks_since else :hour end"
                        + " where target = :target and until > :hour and until > looks_since")
                .bind("hour", Grain.HOUR.floor(at).toEpochMilli())
                .bind("target", target)
                .execute());
    }

    private static void lastLooks(Handle handle, List<Observation> batch) {
        Map<String, Long> success = new HashMap<>();
        Map<String, Long> failure = new HashMap<>();
        for (Observation look : batch) {
            long at = look.at().toEpochMilli();
            switch (look.outcome()) {
                case Outcome.Up ignored -> success.merge(look.target().value(), at, Math::max);
                case Outcome.Degraded ignored -> success.merge(look.target().value(), at, Math::max);
                case Outcome.Down ignored -> failure.merge(look.target().value(), at, Math::max);
                case Outcome.Unjudged ignored -> {}
            }
        }
        newest(handle, "success", success);
        newest(handle, "failure", failure);
    }

    private static void newest(Handle handle, String column, Map<String, Long> looks) {
        if (looks.isEmpty()) {
            return;
        }
        PreparedBatch upsert = handle.prepareBatch("insert into last_look (target, " + column + ") values (?, ?)"
                + " on conflict (target) do update set " + column + " = max(coalesce(" + column + ", 0), excluded."
                + column + ")");
        looks.forEach((target, at) -> upsert.add(target, at));
        upsert.execute();
    }

    private static void alive(Handle handle, List<Observation> batch) {
        long at =
                batch.stream().mapToLong(look -> look.at().toEpochMilli()).max().orElseThrow();
        handle.execute(
                "insert into alive (id, at) values (1, ?) on conflict (id) do update set at = max(at, excluded.at)",
                at);
    }

    private long target(Handle handle, Observation look, Map<String, Long> learnt) {
        String id = look.target().value();
        if (words.containsKey(id) || learnt.containsKey(id)) {
            return word(handle, id, learnt);
        }
        long target = word(handle, id, learnt);
        handle.execute(
                "insert into rolled (target, until) values (?, ?) on conflict (target) do nothing",
                target,
                Grain.HOUR.floor(look.at()).toEpochMilli());
        return target;
    }

    private long word(Handle handle, String word, Map<String, Long> learnt) {
        Long known = words.get(word);
        return known != null
                ? known
                : learnt.computeIfAbsent(word, unknown -> {
                    handle.execute("insert into word (word) values (?) on conflict do nothing", unknown);
                    return handle.createQuery("select no from word where word = ?")
                            .bind(0, unknown)
                            .mapTo(Long.class)
                            .one();
                });
    }

    private static @Nullable Long micros(Timings timings, Phase phase) {
        Duration took = timings.phases().get(phase);
        return took == null ? null : micros(took);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }
}
