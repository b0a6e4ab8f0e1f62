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
     * @param called how people are called in it: a name that is heard meanwhile makes no other words of it
     * @param told the messages, without files; empty before the first
     */
    record Progress(List<Piece> called, List<Part> sent, Optional<Told> told) {
        Progress {
            called = List.copyOf(called);
            sent = List.copyOf(sent);
        }

        static Progress none(List<Piece> called) {
            return new Progress(called, List.of(), Optional.empty());
        }

        /** That part was sent in that form. */
        Progress and(Part part, Place place, Part as) {
            Optional<Told> more = as instanceof Part.File
                    ? told
                    : Optional.of(told.map(before -> before.with(before.size(), Told.Item.of(place.message(), as)))
                            .orElseGet(() -> Told.of(place, as)));
            return new Progress(called, with(part), more);
        }

        Progress leavingOut(Part part) {
            return new Progress(called, with(part), told);
        }

        private List<Part> with(Part part) {
            List<Part> more = new ArrayList<>(sent);
            more.add(part);
            return more;
        }
    }

    /** How people are called in what is sent of it. */
    synchronized Optional<List<Piece>> called(String notice) {
        return Optional.ofNullable(begun.get(notice)).map(Progress::called);
    }

    /** What is sent of these parts; nothing where other words were sent than these. */
    synchronized Progress of(String notice, List<Piece> called, List<Part> parts) {
        Progress none = Progress.none(called);
        Progress progress = begun.getOrDefault(notice, none);
        int sent = progress.sent().size();
        return sent < parts.size() && parts.subList(0, sent).equals(progress.sent()) ? progress : none;
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
