package dev.tocsin.store;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.engine.Outdated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Messages that no longer tell what is so, by the changes of incidents that are counted on what told of outages. */
final class OutdatedRows {
    private final Database database;
    private final Json json;
    private final NoticeRow rows;

    OutdatedRows(Database database, Json json) {
        this.database = database;
        this.json = json;
        this.rows = new NoticeRow(json);
    }

    /** To be called in the transaction that writes the incident. */
    static void count(Handle handle, Incident changed) {
        handle.execute(
                "update delivery set changes = changes + 1 where incident = ? and kind in ('outage', 'still-down')",
                changed.id().number());
    }

    Set<ChannelRef> channels() {
        return database.read(handle -> handle.createQuery(
                        "select distinct channel from delivery where changes > 0 and state = 'delivered'")
                .map((row, context) -> ChannelRef.parse(row.getString(1)))
                .collect(Collectors.toSet()));
    }

    Optional<Outdated> first(ChannelRef channel) {
        return database.readAtOnce(handle -> handle.createQuery(
                        "select receipt from delivery where channel = ? and changes > 0 and state = 'delivered'"
                                + " order by number limit 1")
                .bind(0, channel.toString())
                .mapTo(String.class)
                .findOne()
                .map(receipt -> outdated(handle, channel, new Receipt(receipt))));
    }

    void refreshed(Outdated message, Receipt now) {
        database.change(handle -> {
            message.changes()
                    .forEach((number, shown) -> handle.execute(
                            "update delivery set changes = max(0, changes - ?) where number = ?", shown, number));
            if (!now.equals(message.receipt())) {
                message.told().forEach(delivery -> replace(handle, delivery, now));
            }
        });
    }

    private Outdated outdated(Handle handle, ChannelRef channel, Receipt receipt) {
        List<Delivery> told = new ArrayList<>();
        Map<Long, Long> changes = new HashMap<>();
        handle.createQuery("select * from delivery where channel = ? and receipt = ? order by number")
                .bind(0, channel.toString())
                .bind(1, receipt.message())
                .map((row, context) -> Map.entry(rows.read(row), row.getLong("changes")))
                .forEach(row -> {
                    told.add(row.getKey());
                    changes.put(row.getKey().number(), row.getValue());
                });
        List<Notice> current =
                told.stream().map(one -> current(handle, one.notice())).toList();
        return new Outdated(channel, receipt, told, current, changes);
    }

    private Notice current(Handle handle, Notice notice) {
        return switch (notice) {
            case Notice.Outage(Incident incident) -> new Notice.Outage(current(handle, incident));
            case Notice.StillDown still ->
                new Notice.StillDown(current(handle, still.incident()), still.mute(), still.at());
            default -> notice;
        };
    }

    private Incident current(Handle handle, Incident before) {
        return handle.createQuery("select body from incident where id = ?")
                .bind(0, before.id().number())
                .map((row, context) -> json.read(Incident.class, row.getString(1)))
                .findOne()
                .orElse(before);
    }

    private void replace(Handle handle, Delivery delivery, Receipt now) {
        if (delivery.state() instanceof DeliveryState.Delivered delivered) {
            handle.execute(
                    "update delivery set receipt = ?, body = ? where number = ?",
                    now.message(),
                    rows.body(new DeliveryState.Delivered(now, delivered.at(), delivered.attempts())),
                    delivery.number());
        }
    }
}
