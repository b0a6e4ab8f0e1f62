package dev.tocsin.core.message;

import dev.tocsin.core.incident.Evidence;
import java.util.List;

/** What was measured when an outage was confirmed. Pure. */
final class EvidenceLines {
    private EvidenceLines() {}

    /**
     * The looks, whence they were made, and how they failed.
     *
     * @param since words on the time of the looks, with a blank before them
     */
    static Line looks(Evidence evidence, String since) {
        String vantages = evidence.vantages().size() == 1
                ? "one vantage"
                : evidence.vantages().size() + " vantages";
        return Line.of(evidence.failed() + " of " + evidence.looks()
                + " looks failed" + since + ", from " + vantages + " ("
                + OutsideText.cut(evidence.failure().phrase(), 120) + ")"
                + evidence.controls()
                        .map(count -> " · " + count + " control sites answered")
                        .orElse(""));
    }

    /** What answered meanwhile; empty where nothing did. */
    static Line stillReachable(Evidence evidence) {
        List<String> names = evidence.stillReachable().stream()
                .map(one -> OutsideText.cut(one, 60))
                .toList();
        return names.isEmpty() ? Line.empty() : Line.of(String.join(", ", names));
    }
}
