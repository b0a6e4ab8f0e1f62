package dev.tocsin.store;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Archive;
import dev.tocsin.engine.AuditEntry;
import dev.tocsin.engine.Gap;
import dev.tocsin.engine.History;
import dev.tocsin.engine.HistoryQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** The past in SQL. */
final class JdbiArchive implements Archive {
    private final Database database;
    private final Json json;
    private final NoticeRow rows;

    JdbiArchive(Database database, Json json) {
        this.database = database;
        this.json = json;
        this.rows = new NoticeRow(json);
    }

    @Override
    public List<Observation> looks(TargetId target, Instant from, Instant until) {
        return database.read(handle -> handle.createQuery(
                        "select l.*, v.word as seen_from from look l join word t on t.no = l.target"
                                + " join word v on v.no = l.vantage where t.word = ? and l.at >= ? and l.at < ? order by l.at")
                .bind(0, target.value())
                .bind(1, from.toEpochMilli())
                .bind(2, until.toEpochMilli())
                .map((row, context) -> look(target, row))
                .list());
    }

    @Override
    public History history(HistoryQuery asked) {
        return database.readAtOnce(handle -> HistoryRows.read(handle, asked));
    }

    @Override
    public List<Gap> gaps(Instant from, Instant until) {
        return database.read(handle -> handle.createQuery(
                        "select reason, began, ended from gap where ended > ? and began < ? order by began")
                .bind(0, from.toEpochMilli())
                .bind(1, until.toEpochMilli())
                .map((row, context) -> new Gap(
                        Outcome.Reason.valueOf(row.getString(1)), instant(row.getLong(2)), instant(row.getLong(3))))
                .list());
    }

    @Override
    public Optional<Incident> incident(IncidentId id) {
        return incidents("select body from incident where id = ?", id.number()).stream()
                .findFirst();
    }

    @Override
    public List<Incident> incidents(int most) {
        return incidents(
                "select body from incident where json_extract(body, '$.partOf') is null order by id desc limit ?",
                most);
    }

    @Override
    public List<Incident> incidentsOf(TargetId target, int most) {
        return incidents("select body from incident where target = ? order by id desc limit ?", target.value(), most);
    }

    @Override
    public List<Delivery> deliveries(IncidentId incident) {
        return database.read(handle -> handle.createQuery("select * from delivery where incident = ? order by number")
                .bind(0, incident.number())
                .map((row, context) -> rows.read(row))
                .list());
    }

    @Override
    public List<AuditEntry> audit(int most) {
        return database.read(handle -> handle.createQuery(
                        "select at, who, place, command, result from audit order by id desc limit ?")
                .bind(0, most)
                .map((row, context) -> new AuditEntry(
                        instant(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)))
                .list());
    }

    private List<Incident> incidents(String sql, Object... bound) {
        return database.read(handle -> {
            Query query = handle.createQuery(sql);
            for (int i = 0; i < bound.length; i++) {
                query.bind(i, bound[i]);
            }
            return query.map((row, context) -> json.read(Incident.class, row.getString(1)))
                    .list();
        });
    }

    private static Observation look(TargetId target, ResultSet row) throws SQLException {
        Map<Phase, Duration> phases = new EnumMap<>(Phase.class);
        for (Phase phase : EnumSet.complementOf(EnumSet.of(Phase.REPORT))) {
            long micros = row.getLong(phase.name().toLowerCase(Locale.ROOT));
            if (!row.wasNull()) {
                phases.put(phase, micros(micros));
            }
        }
        Outcome outcome = OutcomeCode.read(row.getString("outcome"), row.getString("detail"), row.getString("phase"));
        Finding finding = new Finding(
                outcome,
                new Timings(phases, micros(row.getLong("total"))),
                Optional.ofNullable(row.getString("address")));
        return new Observation(
                target, new Vantage(row.getString("seen_from").substring(1)), instant(row.getLong("at")), finding);
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }

    private static Instant instant(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
