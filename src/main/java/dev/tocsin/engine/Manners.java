package dev.tocsin.engine;

import dev.tocsin.core.notice.Bell;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.target.Severity;
import java.util.List;

/** How channels want to be told, by the subscriptions that hold when something is sent. Safe for use by many threads. */
final class Manners {
    private final Books books;

    Manners(Books books) {
        this.books = books;
    }

    /** What the channel's subscriptions to what these are about ask for; the oldest decides where only one can. */
    Manner of(ChannelRef channel, List<Notice> notices) {
        return books.subscriptions()
                .filter(one -> one.channel().equals(channel))
                .filter(one -> notices.stream().anyMatch(notice -> asksFor(one, notice)))
                .map(Subscription::manner)
                .reduce(Manner::and)
                .orElse(Manner.PLAIN);
    }

    /** What tells of targets of low severity alone makes no sound; what tells of the bot itself does. */
    static Bell bell(List<Notice> notices) {
        return notices.stream()
                        .allMatch(notice -> Subjects.of(notice)
                                .filter(subject -> subject.severity() == Severity.LOW)
                                .isPresent())
                ? Bell.SILENT
                : Bell.RINGS;
    }

    private static boolean asksFor(Subscription one, Notice notice) {
        return Subjects.of(notice)
                .filter(subject -> one.atLeast().compareTo(subject.severity()) <= 0)
                .filter(subject -> subject.concerns(one.scope()))
                .isPresent();
    }
}
