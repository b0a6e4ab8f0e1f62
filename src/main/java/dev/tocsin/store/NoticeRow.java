package dev.tocsin.store;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A delivery as a row. */
final class NoticeRow {
    private final Json json;

    NoticeRow(Json json) {
        this.json = json;
    }

    Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("number"),
                json.read(Notice.class, row.getString("notice")),
                ChannelRef.parse(row.getString("channel")),
                json.read(DeliveryState.class, row.getString("body")));
    }

    String body(DeliveryState state) {
        return json.write(DeliveryState.class, state);
    }

    String notice(Notice notice) {
        return json.write(Notice.class, notice);
    }

    static String kind(Notice notice) {
        return switch (notice) {
            case Notice.Outage ignored -> "outage";
            case Notice.StillDown ignored -> "still-down";
            case Notice.Restored ignored -> "restored";
            case Notice.Withdrawn ignored -> "withdrawn";
            case Notice.Returning ignored -> "returning";
            case Notice.Widened ignored -> "widened";
            case Notice.Noted ignored -> "noted";
            case Notice.CertificateEnds ignored -> "certificate-ends";
            case Notice.SightLost ignored -> "sight-lost";
            case Notice.SightRegained ignored -> "sight-regained";
            case Notice.Drill ignored -> "drill";
            case Notice.Trouble ignored -> "trouble";
        };
    }

    static String state(DeliveryState state) {
        return switch (state) {
            case DeliveryState.Pending ignored -> "pending";
            case DeliveryState.Delivered ignored -> "delivered";
            case DeliveryState.Held ignored -> "held";
            case DeliveryState.Rejected ignored -> "rejected";
        };
    }

    static @Nullable Long due(DeliveryState state) {
        return state instanceof DeliveryState.Pending pending ? pending.due().toEpochMilli() : null;
    }

    static @Nullable String receipt(DeliveryState state) {
        return state instanceof DeliveryState.Delivered delivered
                ? delivered.receipt().message()
                : null;
    }

    static @Nullable Long incident(Notice notice) {
        return notice.about().map(IncidentId::number).orElse(null);
    }

    /** When the delivery was settled, or else when its notice arose. */
    static Instant at(Delivery delivery) {
        return switch (delivery.state()) {
            case DeliveryState.Delivered delivered -> delivered.at();
            case DeliveryState.Rejected rejected -> rejected.at();
            case DeliveryState.Pending ignored -> delivery.notice().at();
            case DeliveryState.Held ignored -> delivery.notice().at();
        };
    }
}
