package dev.tocsin.core.message;

import dev.tocsin.core.incident.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What people said of the incidents of one message: who acknowledged those that last, and what was noted. Pure. */
record Remarks(List<Line> lines) {
    static final int MOST = 10;

    private record Remark(Instant at, Line line) {}

    Remarks {
        lines = List.copyOf(lines);
    }

    /** In the order in which they were said. */
    static Remarks of(Collection<Incident> incidents) {
        List<Remark> all = new ArrayList<>();
        for (Incident incident : incidents) {
            if (incident.isOpen()) {
                incident.acknowledged()
                        .ifPresent(by -> all.add(new Remark(
                                by.at(),
                                Line.of("Incident " + incident.id() + " acknowledged by " + OutsideText.cut(by.by(), 60)
                                                + " at ")
                                        .time(by.at(), incident.subject().zone()))));
            }
            incident.notes()
                    .forEach(note -> all.add(new Remark(
                            note.at(),
                            Line.of("Incident " + incident.id() + " per " + OutsideText.cut(note.source(), 80) + ": \""
                                    + OutsideText.cut(note.text(), 200) + "\""))));
        }
        return new Remarks(all.stream()
                .sorted(Comparator.comparing(Remark::at))
                .map(Remark::line)
                .toList());
    }

    /** The latest of them under the message, and how many came before. */
    Message under(Message message) {
        if (lines.isEmpty()) {
            return message;
        }
        int left = Math.max(0, lines.size() - MOST);
        List<Line> shown = new ArrayList<>();
        if (left > 0) {
            shown.add(Line.of("+" + left + " earlier; /incident shows them"));
        }
        shown.addAll(lines.subList(left, lines.size()));
        return message.and(new Block.Bullets(shown));
    }
}
