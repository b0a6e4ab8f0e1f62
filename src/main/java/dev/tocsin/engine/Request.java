package dev.tocsin.engine;

import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Severity;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.time.Instant;

/** Something a person asks of the engine. */
public sealed interface Request {
    /** Who asks. */
    String by();

    /** Watches one more target; its id must be free. */
    record AddTarget(Target target, String by) implements Request {}

    /** Changes a target of chat; its id must be that of one. */
    record EditTarget(Target target, String by) implements Request {}

    /** Stops watching a target of chat. */
    record RemoveTarget(TargetId target, String by) implements Request {}

    record Pause(TargetId target, String by) implements Request {}

    record Resume(TargetId target, String by) implements Request {}

    /** Holds notices back for a time. */
    record Silence(Mute.Purpose purpose, Scope scope, Instant from, Instant until, String reason, String by)
            implements Request {}

    /** Ends a mute or a maintenance now. */
    record EndSilence(long mute, String by) implements Request {}

    /** A wish for what is told already takes the place of the one before, where it asks for another manner. */
    record Subscribe(ChannelRef channel, Scope scope, Severity atLeast, Manner manner, String by) implements Request {}

    /** Ends a subscription of chat. */
    record Unsubscribe(long subscription, String by) implements Request {}

    record Acknowledge(IncidentId incident, String by) implements Request {}

    record AddNote(IncidentId incident, String source, String text, String by) implements Request {}

    /** Sends a clearly marked test notice to a channel by the way of every notice. */
    record SendDrill(ChannelRef channel, String text, String by) implements Request {}

    /** Writes down who asked for what. Never refused. */
    record Audit(AuditEntry entry) implements Request {
        @Override
        public String by() {
            return entry.who();
        }
    }
}
