package dev.tocsin.engine;

import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.target.Origin;
import java.time.Instant;
import java.util.Optional;

/** Who wants to be told of what. Used by the intake alone. */
final class SubscriptionRules {
    private final Books books;

    SubscriptionRules(Books books) {
        this.books = books;
    }

    Ruling subscribe(Request.Subscribe asked, Instant now) {
        Optional<Subscription> before = books.subscriptions()
                .filter(one -> one.channel().equals(asked.channel())
                        && one.scope().equals(asked.scope())
                        && one.atLeast() == asked.atLeast())
                .findFirst();
        if (before.isEmpty()) {
            return written(books.numbers().subscription(), asked, now);
        }
        if (before.get().manner().equals(asked.manner())) {
            return Ruling.refused(
                    "This channel is subscribed to " + asked.scope().spelled() + " already.");
        }
        return before.get().origin() == Origin.FILE
                ? Ruling.refused("That subscription belongs to the config file; change it there.")
                : written(before.get().id(), asked, now);
    }

    private static Ruling written(long id, Request.Subscribe asked, Instant now) {
        return Ruling.done(new Change.SubscriptionWritten(new Subscription(
                id, asked.channel(), asked.scope(), asked.atLeast(), asked.manner(), Origin.CHAT, asked.by(), now)));
    }

    Ruling unsubscribe(Request.Unsubscribe asked) {
        return books.subscription(asked.subscription())
                .map(one -> one.origin() == Origin.FILE
                        ? Ruling.refused("That subscription belongs to the config file; remove it there.")
                        : Ruling.done(new Change.SubscriptionRemoved(one.id())))
                .orElse(Ruling.refused(
                        "There is no subscription " + asked.subscription() + "; /subscriptions lists them."));
    }
}
