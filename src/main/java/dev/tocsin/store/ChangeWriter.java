package dev.tocsin.store;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.detect.Stance;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.target.Target;
import dev.tocsin.engine.Change;
import org.jdbi.v3.core.Handle;

/** Writes one change into an open transaction; twice is once. */
final class ChangeWriter {
    private final Json json;
    private final NoticeRow rows;

    ChangeWriter(Json json) {
        this.json = json;
        this.rows = new NoticeRow(json);
    }

    void write(Handle handle, Change change) {
        switch (change) {
            case Change.Held held ->
                handle.execute(
                        "insert into stance (target, at, body) values (?, ?, ?)"
                                + " on conflict (target) do update set at = excluded.at, body = excluded.body",
                        held.target().value(),
                        held.at().toEpochMilli(),
                        json.write(Stance.class, held.stance()));
            case Change.Forgotten forgotten -> forget(handle, forgotten);
            case Change.IncidentWritten written -> {
                incident(handle, written.incident());
                OutdatedRows.count(handle, written.incident());
            }
            case Change.DeliveryAdded added -> delivery(handle, added.delivery());
            case Change.MuteWritten written -> mute(handle, written.mute());
            case Change.SubscriptionWritten written -> subscription(handle, written.subscription());
            case Change.SubscriptionRemoved removed ->
                handle.execute("delete from subscription where id = ?", removed.id());
            case Change.TargetWritten written ->
                handle.execute(
                        "insert into chat_target (target, by, at, body) values (?, ?, ?, ?) on conflict (target)"
                                + " do update set by = excluded.by, at = excluded.at, body = excluded.body",
                        written.target().id().value(),
                        written.by(),
                        written.at().toEpochMilli(),
                        json.write(Target.class, written.target()));
            case Change.TargetRemoved removed -> {
                handle.execute(
                        "delete from chat_target where target = ?",
                        removed.target().value());
                handle.execute(
                        "delete from paused where target = ?", removed.target().value());
            }
            case Change.Paused paused ->
                handle.execute(
                        "insert into paused (target, by, at) values (?, ?, ?) on conflict (target) do nothing",
                        paused.target().value(),
                        paused.by(),
                        paused.at().toEpochMilli());
            case Change.Resumed resumed ->
                handle.execute(
                        "delete from paused where target = ?", resumed.target().value());
            case Change.ChannelMoved moved -> move(handle, moved);
            case Change.GapWritten written ->
                handle.execute(
                        "insert into gap (began, ended, reason) values (?, ?, ?) on conflict do nothing",
                        written.gap().from().toEpochMilli(),
                        written.gap().until().toEpochMilli(),
                        written.gap().reason().name());
            case Change.Audited audited ->
                handle.execute(
                        "insert into audit (at, who, place, command, result) values (?, ?, ?, ?, ?)",
                        audited.entry().at().toEpochMilli(),
                        audited.entry().who(),
                        audited.entry().where(),
                        audited.entry().command(),
                        audited.entry().result());
        }
    }

    private static void forget(Handle handle, Change.Forgotten forgotten) {
        handle.execute("delete from stance where target = ?", forgotten.target().value());
        handle.execute(
                "delete from last_look where target = ?", forgotten.target().value());
    }

    private void incident(Handle handle, Incident incident) {
        String state = switch (incident.state()) {
            case Incident.State.Open ignored -> "open";
            case Incident.State.Restored ignored -> "restored";
            case Incident.State.Withdrawn ignored -> "withdrawn";
        };
        String target = switch (incident.subject()) {
            case Subject.OfTarget of -> of.id().value();
            case Subject.OfNetwork of -> of.key();
        };
        handle.execute(
                "insert into incident (id, target, state, at, body) values (?, ?, ?, ?, ?)"
                        + " on conflict (id) do update set state = excluded.state, body = excluded.body",
                incident.id().number(),
                target,
                state,
                incident.confirmedAt().toEpochMilli(),
                json.write(Incident.class, incident));
        highest(handle, "incident", incident.id().number());
    }

    private void delivery(Handle handle, Delivery delivery) {
        handle.execute(
                "insert into delivery (number, key, notice_key, kind, incident, channel, state, due, receipt, at, notice,"
                        + " body) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing",
                delivery.number(),
                delivery.key(),
                delivery.notice().key(),
                NoticeRow.kind(delivery.notice()),
                NoticeRow.incident(delivery.notice()),
                delivery.channel().toString(),
                NoticeRow.state(delivery.state()),
                NoticeRow.due(delivery.state()),
                NoticeRow.receipt(delivery.state()),
                NoticeRow.at(delivery).toEpochMilli(),
                rows.notice(delivery.notice()),
                rows.body(delivery.state()));
        highest(handle, "delivery", delivery.number());
    }

    private void mute(Handle handle, Mute mute) {
        handle.execute(
                "insert into mute (id, ended, body) values (?, ?, ?)"
                        + " on conflict (id) do update set ended = excluded.ended, body = excluded.body",
                mute.id(),
                mute.ended().name(),
                json.write(Mute.class, mute));
        highest(handle, "mute", mute.id());
    }

    private void subscription(Handle handle, Subscription subscription) {
        handle.execute(
                "insert into subscription (id, channel, body) values (?, ?, ?)"
                        + " on conflict (id) do update set channel = excluded.channel, body = excluded.body",
                subscription.id(),
                subscription.channel().toString(),
                json.write(Subscription.class, subscription));
        highest(handle, "subscription", subscription.id());
    }

    private void move(Handle handle, Change.ChannelMoved moved) {
        String from = moved.from().toString();
        String to = moved.to().toString();
        handle.execute(
                "delete from delivery where channel = ? and notice_key || '@' || ? in (select key from delivery)",
                from,
                to);
        handle.execute("update delivery set channel = ?, key = notice_key || '@' || ? where channel = ?", to, to, from);
        handle.createQuery("select body from subscription where channel = ?")
                .bind(0, from)
                .mapTo(String.class)
                .list()
                .forEach(body ->
                        subscription(handle, json.read(Subscription.class, body).in(moved.to())));
    }

    private static void highest(Handle handle, String name, long number) {
        handle.execute(
                "insert into highest (name, number) values (?, ?) on conflict (name)"
                        + " do update set number = excluded.number where excluded.number > highest.number",
                name,
                number);
    }
}
