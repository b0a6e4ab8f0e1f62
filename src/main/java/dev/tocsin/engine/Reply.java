package dev.tocsin.engine;

import java.util.List;

/** What came of a request. */
public sealed interface Reply {
    /** Done; the changes say what is so now. */
    record Done(List<Change> changes, Kept kept) implements Reply {}

    /** Not done; {@code why} is one sentence for the person who asked, with what to do instead. */
    record Refused(String why) implements Reply {}

    /** Not done yet: it waits its turn, and may be done or refused later. */
    record Waiting() implements Reply {}

    /** Where a change is safe. */
    enum Kept {
        IN_STORE,
        /** Only in memory, because the store cannot be written; it is written as soon as it can. */
        IN_MEMORY
    }
}
