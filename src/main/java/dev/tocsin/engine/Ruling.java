package dev.tocsin.engine;

import java.util.List;

/** What the rules say to a request. */
sealed interface Ruling {
    record Done(List<Change> changes) implements Ruling {}

    record Refused(String why) implements Ruling {}

    static Ruling done(Change... changes) {
        return new Done(List.of(changes));
    }

    static Ruling refused(String why) {
        return new Refused(why);
    }
}
