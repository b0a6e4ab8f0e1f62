package dev.tocsin.replay;

import dev.tocsin.core.target.TargetId;
import java.util.List;
import java.util.Set;

/**
 * What a rule made of a history.
 *
 * @param incidents those that stand on their own: a target's outage that is part of its network's is not counted
 * @param targets those that had an outage
 * @param open incidents that were not over at the end
 */
public record Account(Rule rule, List<Sent> sent, int incidents, int open, Set<TargetId> targets) {
    public Account {
        sent = List.copyOf(sent);
        targets = Set.copyOf(targets);
    }
}
