package dev.tocsin.engine;

import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.target.Origin;
import java.time.Instant;

/** Who wants to be told of what. Used by the intake alone. */
final class SubscriptionRules {
    private final Books books;

    SubscriptionRules(Books books) {
        this.books = books;
    }

    Ruling subscribe(Request.Subscribe asked, Instant now) {
        boolean known = books.subscriptions()
                .anyMatch(one -> one.channel().equals(asked.channel())
                        && one.scope().equals(asked.scope())
                        && one.atLeast() == asked.atLeast());
        if (known) {
            return Ruling.refused(
                    "This channel is subscribed to " + asked.scope().spelled() + " already.");
        }
        return Ruling.done(new Change.SubscriptionWritten(new Subscription(
                books.numbers().subscription(),
                asked.channel(),
                asked.scope(),
                asked.atLeast(),
                Origin.CHAT,
                asked.by(),
                now)));
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
