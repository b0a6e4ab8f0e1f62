package dev.tocsin.replay;

import dev.tocsin.core.message.Message;
import dev.tocsin.core.notice.ChannelRef;
import java.time.Instant;

/** One message that would have been sent. */
public record Sent(Instant at, ChannelRef channel, Kind kind, Message message) {
    /** What a message tells. */
    public enum Kind {
        OUTAGE("outage of one service"),
        OUTAGES("outages of several services"),
        NETWORK("outage of a network"),
        PARTIAL("partial disruption of a network"),
        UPDATE("more or less of a network down"),
        RESTORED("end of one outage or disruption"),
        ENDS("ends of several outages"),
        STILL_DOWN("still down, though the network is back"),
        MIXED("outages and ends in one message"),
        OTHER("anything else");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
