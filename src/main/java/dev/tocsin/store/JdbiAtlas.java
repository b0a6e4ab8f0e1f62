package dev.tocsin.store;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.network.Announcement;
import dev.tocsin.core.network.LookedUp;
import dev.tocsin.core.target.AddressRange;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Atlas;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Whose addresses are, and which each target used, in SQL. */
final class JdbiAtlas implements Atlas {
    private final Database database;

    JdbiAtlas(Database database) {
        this.database = database;
    }

    @Override
    public Page load(Instant since) {
        return database.readAtOnce(handle -> new Page(lookedUp(handle, since), used(handle, since)));
    }

    @Override
    public void keep(Page news, Instant since) {
        database.change(handle -> {
            if (!news.lookedUp().isEmpty()) {
                write(handle, news.lookedUp().stream().toList());
            }
            if (!news.used().isEmpty()) {
                write(handle, news.used());
            }
            handle.execute("delete from origin where at < ?", since.toEpochMilli());
            handle.execute("delete from target_address where at < ?", since.toEpochMilli());
        });
    }

    private static void write(Handle handle, List<LookedUp> lookedUp) {
        PreparedBatch batch = handle.prepareBatch(
                "insert or replace into origin (address, at, prefix, systems, registered, name) values (?, ?, ?, ?, ?, ?)");
        for (LookedUp one : lookedUp) {
            Optional<Announcement> found = one.found();
            batch.bind(0, one.address().toString())
                    .bind(1, one.at().toEpochMilli())
                    .bind(2, found.map(it -> it.prefix().toString()).orElse(null))
                    .bind(3, found.map(JdbiAtlas::systems).orElse(null))
                    .bind(4, found.flatMap(Announcement::registered).orElse(null))
                    .bind(5, found.flatMap(Announcement::name).orElse(null))
                    .add();
        }
        batch.execute();
    }

    private static void write(Handle handle, Map<TargetId, Used> used) {
        PreparedBatch batch =
                handle.prepareBatch("insert or replace into target_address (target, address, at) values (?, ?, ?)");
        used.forEach((target, one) -> batch.bind(0, target.value())
                .bind(1, one.address().toString())
                .bind(2, one.at().toEpochMilli())
                .add());
        batch.execute();
    }

    private static List<LookedUp> lookedUp(Handle handle, Instant since) {
        return handle.createQuery("select address, at, prefix, systems, registered, name from origin where at >= ?")
                .bind(0, since.toEpochMilli())
                .map((row, context) -> lookedUp(row))
                .list();
    }

    private static LookedUp lookedUp(ResultSet row) throws SQLException {
        @Nullable String prefix = row.getString("prefix");
        Optional<Announcement> found = prefix == null
                ? Optional.empty()
                : Optional.of(new Announcement(
                        AddressRange.parse(prefix).orElseThrow(),
                        Arrays.stream(row.getString("systems").split(" "))
                                .map(Long::valueOf)
                                .toList(),
                        Optional.ofNullable(row.getString("registered")),
                        Optional.ofNullable(row.getString("name"))));
        return new LookedUp(address(row), found, Instant.ofEpochMilli(row.getLong("at")));
    }

    private static Map<TargetId, Used> used(Handle handle, Instant since) {
        Map<TargetId, Used> used = new HashMap<>();
        handle.createQuery("select target, address, at from target_address where at >= ?")
                .bind(0, since.toEpochMilli())
                .map((row, context) -> Map.entry(
                        new TargetId(row.getString("target")),
                        new Used(address(row), Instant.ofEpochMilli(row.getLong("at")))))
                .forEach(entry -> used.put(entry.getKey(), entry.getValue()));
        return used;
    }

    private static Address address(ResultSet row) throws SQLException {
        return Address.parse(row.getString("address")).orElseThrow();
    }

    private static String systems(Announcement found) {
        return found.systems().stream().map(Object::toString).collect(Collectors.joining(" "));
    }
}
