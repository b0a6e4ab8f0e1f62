package dev.tocsin.store;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.engine.Channel;
import dev.tocsin.engine.Outbox;
import dev.tocsin.engine.Outdated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The outbox in SQL: claims compare and set, and check the row count. */
final class JdbiOutbox implements Outbox {
    private final Database database;
    private final NoticeRow rows;
    private final OutdatedRows outdated;

    JdbiOutbox(Database database, Json json) {
        this.database = database;
        this.rows = new NoticeRow(json);
        this.outdated = new OutdatedRows(database, json);
    }

    @Override
    public Set<ChannelRef> waiting() {
        return database.read(
                handle -> handle.createQuery("select distinct channel from delivery where state = 'pending'")
                        .map((row, context) -> ChannelRef.parse(row.getString(1)))
                        .collect(Collectors.toSet()));
    }

    @Override
    public List<Delivery> claim(ChannelRef channel, int most, Instant now, Duration lease) {
        if (!isReady(channel, now)) {
            return List.of();
        }
        return database.write(handle -> {
            List<Delivery> pending = handle.createQuery(
                            "select * from delivery where channel = ? and state = 'pending' order by number limit ?")
                    .bind(0, channel.toString())
                    .bind(1, most)
                    .map((row, context) -> claimed(row))
                    .list();
            return pending.isEmpty() || isLeased(handle, channel, now) || !isDue(pending.getFirst(), now)
                    ? List.<Delivery>of()
                    : lease(handle, pending, now, lease);
        });
    }

    @Override
    public void settle(List<Delivery> settled) {
        database.change(handle -> settled.forEach(delivery -> handle.execute(
                "update delivery set state = ?, due = ?, lease_until = null, receipt = ?, at = ?, body = ?"
                        + " where number = ? and state = 'pending'",
                NoticeRow.state(delivery.state()),
                NoticeRow.due(delivery.state()),
                NoticeRow.receipt(delivery.state()),
                NoticeRow.at(delivery).toEpochMilli(),
                rows.body(delivery.state()),
                delivery.number())));
    }

    @Override
    public Optional<Receipt> firstReceipt(IncidentId incident, ChannelRef channel) {
        return database.read(handle -> handle.createQuery(
                        "select receipt from delivery where incident = ? and channel = ? and state = 'delivered'"
                                + " and kind in ('outage', 'still-down') order by number limit 1")
                .bind(0, incident.number())
                .bind(1, channel.toString())
                .mapTo(String.class)
                .findOne()
                .map(Receipt::new));
    }

    @Override
    public void hasten(Set<ChannelRef> channels, Instant due) {
        database.change(handle -> channels.forEach(channel -> handle.createQuery(
                        "select * from delivery where channel = ? and state = 'pending' and due > ?")
                .bind(0, channel.toString())
                .bind(1, due.toEpochMilli())
                .map((row, context) -> rows.read(row))
                .list()
                .forEach(late -> hasten(handle, late, due))));
    }

    @Override
    public Set<ChannelRef> outdated() {
        return outdated.channels();
    }

    @Override
    public Optional<Outdated> firstOutdated(ChannelRef channel) {
        return outdated.first(channel);
    }

    @Override
    public void refreshed(Outdated message, Receipt now) {
        outdated.refreshed(message, now);
    }

    @Override
    public Channel.Editing editing() {
        return Channel.Editing.POSSIBLE;
    }

    @Override
    public List<Delivery> pending() {
        return database.read(
                handle -> handle.createQuery("select * from delivery where state = 'pending' order by number")
                        .map((row, context) -> rows.read(row))
                        .list());
    }

    @Override
    public long backlog() {
        return database.read(handle -> handle.createQuery("select count(*) from delivery where state = 'pending'")
                .mapTo(Long.class)
                .one());
    }

    /** Whoever held a lease that ran out may have sent it. */
    private Delivery claimed(ResultSet row) throws SQLException {
        Delivery delivery = rows.read(row);
        row.getLong("lease_until");
        return !row.wasNull() && delivery.state() instanceof DeliveryState.Pending pending
                ? delivery.with(pending.perhapsArrived())
                : delivery;
    }

    private void hasten(Handle handle, Delivery late, Instant due) {
        if (late.state() instanceof DeliveryState.Pending pending && pending.isTried()) {
            handle.execute(
                    "update delivery set due = ?, body = ? where number = ? and state = 'pending'",
                    due.toEpochMilli(),
                    rows.body(pending.at(due)),
                    late.number());
        }
    }

    /** A look without the writer's lock, so that channels which wait for their time cost next to nothing. */
    private boolean isReady(ChannelRef channel, Instant now) {
        return database.read(handle -> handle.createQuery(
                        "select due <= ? from delivery where channel = ? and state = 'pending' order by number limit 1")
                .bind(0, now.toEpochMilli())
                .bind(1, channel.toString())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }

    private static boolean isDue(Delivery delivery, Instant now) {
        return delivery.state() instanceof DeliveryState.Pending pending
                && !pending.due().isAfter(now);
    }

    private static boolean isLeased(Handle handle, ChannelRef channel, Instant now) {
        return handle.createQuery(
                                "select count(*) from delivery where channel = ? and state = 'pending' and lease_until > ?")
                        .bind(0, channel.toString())
                        .bind(1, now.toEpochMilli())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    private static List<Delivery> lease(Handle handle, List<Delivery> pending, Instant now, Duration lease) {
        int leased = handle.execute(
                "update delivery set lease_until = ? where channel = ? and state = 'pending' and number <= ?"
                        + " and (lease_until is null or lease_until <= ?)",
                now.plus(lease).toEpochMilli(),
                pending.getFirst().channel().toString(),
                pending.getLast().number(),
                now.toEpochMilli());
        if (leased != pending.size()) {
            throw new IllegalStateException("claimed " + pending.size() + " deliveries and leased " + leased);
        }
        return pending;
    }
}
