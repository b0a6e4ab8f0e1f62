package dev.tocsin.chat.telegram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notices of which a part is sent, so that the next attempt goes on from there and doubles nothing. The oldest are
 * forgotten, and all of them when the process ends. Safe for use by many threads.
 */
final class Unfinished {
    private static final int MOST = 1_000;

    private final Map<String, Progress> begun = new LinkedHashMap<>();

    /**
     * What is sent of a notice.
     *
     * @param first where the first part is
     */
    record Progress(List<Part> sent, Optional<Place> first) {
        static final Progress NONE = new Progress(List.of(), Optional.empty());

        Progress {
            sent = List.copyOf(sent);
        }

        Progress and(Part part, Optional<Place> place) {
            List<Part> more = new ArrayList<>(sent);
            more.add(part);
            return new Progress(more, first.or(() -> place));
        }
    }

    /** What is sent of these parts; nothing where other words were sent than these. */
    synchronized Progress of(String notice, List<Part> parts) {
        Progress progress = begun.getOrDefault(notice, Progress.NONE);
        int sent = progress.sent().size();
        return sent < parts.size() && parts.subList(0, sent).equals(progress.sent()) ? progress : Progress.NONE;
    }

    synchronized void keep(String notice, Progress progress) {
        if (progress.sent().isEmpty()) {
            return;
        }
        begun.put(notice, progress);
        if (begun.size() > MOST) {
            begun.remove(begun.keySet().iterator().next());
        }
    }

    synchronized void forget(String notice) {
        begun.remove(notice);
    }
}
