package dev.tocsin.replay;

import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Declared;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a bot would have sent that tells each recorded change of each target at once. Pure. */
final class EachChanges {
    private final Declared declared;
    private final List<Sent> sent = new ArrayList<>();
    private final Set<TargetId> targets = new HashSet<>();
    private int outages;
    private int open;

    private EachChanges(Declared declared) {
        this.declared = declared;
    }

    static Account of(Recording recording, Declared declared, Rule.EachChange rule) {
        EachChanges changes = new EachChanges(declared);
        declared.targets().forEach(target -> changes.follow(target, recording));
        changes.sent.sort(Comparator.comparing(Sent::at));
        return new Account(rule, changes.sent, changes.outages, changes.open, changes.targets);
    }

    private void follow(Target target, Recording recording) {
        boolean down = false;
        for (Map.Entry<Instant, Finding> row : recording.of(target.id()).entrySet()) {
            Outcome outcome = row.getValue().outcome();
            if (outcome instanceof Outcome.Down(var failure) && !down) {
                down = true;
                outages++;
                targets.add(target.id());
                tell(target, row.getKey(), Sent.Kind.OUTAGE, Tone.ALERT, " is down: " + failure.phrase());
            } else if (outcome.isWorking() && down) {
                down = false;
                tell(target, row.getKey(), Sent.Kind.RESTORED, Tone.GOOD, " is up again");
            }
        }
        open += down ? 1 : 0;
    }

    private void tell(Target target, Instant at, Sent.Kind kind, Tone tone, String what) {
        Message message = Message.of(tone, Line.of(target.name() + what));
        declared.subscriptions().stream()
                .filter(one -> one.atLeast().compareTo(target.severity()) <= 0)
                .filter(one -> one.scope().covers(target))
                .map(Subscription::channel)
                .distinct()
                .forEach(channel -> sent.add(new Sent(at, channel, kind, message)));
    }
}
