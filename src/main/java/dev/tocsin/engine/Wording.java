package dev.tocsin.engine;

import dev.tocsin.core.message.Message;
import dev.tocsin.core.notice.Notice;
import java.time.Instant;
import java.util.List;

/** How notices are put into words. Pure: the same input gives the same message. */
public interface Wording {
    /**
     * One notice.
     *
     * @param now when it is sent, which may be long after the event
     */
    Message one(Notice notice, Instant now);

    /**
     * Several notices for one channel in one message that is true at {@code now}: an outage whose end is among them is
     * told as over.
     *
     * @param notices at least two, in the order in which they arose
     */
    Message many(List<Notice> notices, Instant now);

    /**
     * What takes the place of a message that was sent, because things have changed.
     *
     * @param notices everything the message tells, each incident as it is now
     */
    Message current(List<Notice> notices);
}
