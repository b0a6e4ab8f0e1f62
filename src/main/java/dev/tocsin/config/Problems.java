package dev.tocsin.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, and what is only odd. Used by one thread. */
final class Problems {
    /** A file that is wrong everywhere is not read to the end by anybody. */
    static final int MOST = 200;

    private final String file;
    private final List<Problem> found = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Node.Place place, String text) {
        if (found.size() < MOST) {
            found.add(new Problem(file, place.line(), place.path(), text));
        }
    }

    void warn(Node.Place place, String text) {
        warnings.add(new Problem(file, place.line(), place.path(), text).toString());
    }

    List<Problem> found() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
