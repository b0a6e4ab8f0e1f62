package dev.tocsin.store;

import dev.tocsin.core.detect.Stance;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Change;
import dev.tocsin.engine.Ledger;
import dev.tocsin.engine.Remembered;
import dev.tocsin.engine.Remembered.Blindness;
import dev.tocsin.engine.Remembered.LastLooks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The ledger in SQL. */
final class JdbiLedger implements Ledger {
    private final Database database;
    private final Json json;
    private final ChangeWriter writer;

    JdbiLedger(Database database, Json json) {
        this.database = database;
        this.json = json;
        this.writer = new ChangeWriter(json);
    }

    @Override
    public void commit(List<Change> changes) {
        database.change(handle -> changes.forEach(change -> writer.write(handle, change)));
    }

    @Override
    public void ensureWritable() {
        database.change(handle -> handle.execute("update highest set number = number"));
    }

    @Override
    public Remembered load() {
        return database.read(handle -> new Remembered(
                stances(handle),
                lastLooks(handle),
                bodies(handle, Incident.class, "select body from incident where state = 'open' order by id"),
                told(handle),
                bodies(handle, Mute.class, "select body from mute where ended = 'NOT_YET' order by id"),
                bodies(handle, Subscription.class, "select body from subscription order by id"),
                bodies(handle, Target.class, "select body from chat_target order by target"),
                handle.createQuery("select target from paused")
                        .map((row, context) -> new TargetId(row.getString(1)))
                        .collect(Collectors.toSet()),
                highest(handle, "incident"),
                highest(handle, "delivery"),
                highest(handle, "mute"),
                highest(handle, "subscription"),
                lastAlive(handle),
                blindness(handle),
                warned(handle)));
    }

    private Map<TargetId, Stance> stances(Handle handle) {
        Map<TargetId, Stance> stances = new HashMap<>();
        handle.createQuery("select target, body from stance")
                .map((row, context) ->
                        Map.entry(new TargetId(row.getString(1)), json.read(Stance.class, row.getString(2))))
                .forEach(entry -> stances.put(entry.getKey(), entry.getValue()));
        return stances;
    }

    private static Map<TargetId, LastLooks> lastLooks(Handle handle) {
        Map<TargetId, LastLooks> looks = new HashMap<>();
        handle.createQuery("select target, success, failure from last_look")
                .map((row, context) ->
                        Map.entry(new TargetId(row.getString(1)), new LastLooks(instant(row, 2), instant(row, 3))))
                .forEach(entry -> looks.put(entry.getKey(), entry.getValue()));
        return looks;
    }

    private static Map<IncidentId, Set<ChannelRef>> told(Handle handle) {
        Map<IncidentId, Set<ChannelRef>> told = new HashMap<>();
        handle.createQuery("select d.incident, d.channel from delivery d join incident i on i.id = d.incident"
                        + " where i.state = 'open' and d.kind in ('outage', 'still-down')"
                        + " and d.state in ('pending', 'delivered')")
                .map((row, context) -> Map.entry(new IncidentId(row.getLong(1)), ChannelRef.parse(row.getString(2))))
                .forEach(entry -> told.computeIfAbsent(entry.getKey(), id -> new HashSet<>())
                        .add(entry.getValue()));
        return told;
    }

    private static Optional<Instant> lastAlive(Handle handle) {
        return handle.createQuery("select max(at) from (select at from alive union all select max(at) from stance"
                        + " union all select max(at) from audit)")
                .map((row, context) -> instant(row, 1))
                .one();
    }

    private Optional<Blindness> blindness(Handle handle) {
        return handle.createQuery("select notice from delivery where kind = 'sight-lost'"
                        + " and state in ('pending', 'delivered') order by number desc limit 1")
                .mapTo(String.class)
                .findOne()
                .map(text -> (Notice.SightLost) json.read(Notice.class, text))
                .filter(lost -> !hasRegained(handle, lost))
                .map(lost -> new Blindness(lost, channels(handle, lost)));
    }

    private static boolean hasRegained(Handle handle, Notice.SightLost lost) {
        String regained = new Notice.SightRegained(lost.vantage(), lost.since(), lost.at(), lost.controls()).key();
        return handle.createQuery("select count(*) from delivery where kind = 'sight-regained' and notice_key = ?")
                        .bind(0, regained)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static Set<String> warned(Handle handle) {
        return handle.createQuery("select distinct notice_key from delivery where kind = 'certificate-ends'")
                .mapTo(String.class)
                .collect(Collectors.toSet());
    }

    private static Set<ChannelRef> channels(Handle handle, Notice notice) {
        return handle.createQuery("select channel from delivery where kind = 'sight-lost' and notice_key = ?"
                        + " and state in ('pending', 'delivered')")
                .bind(0, notice.key())
                .map((row, context) -> ChannelRef.parse(row.getString(1)))
                .collect(Collectors.toSet());
    }

    private <T> List<T> bodies(Handle handle, Class<T> type, String sql) {
        return handle.createQuery(sql)
                .map((row, context) -> json.read(type, row.getString(1)))
                .list();
    }

    private static long highest(Handle handle, String name) {
        return handle.createQuery("select number from highest where name = ?")
                .bind(0, name)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
