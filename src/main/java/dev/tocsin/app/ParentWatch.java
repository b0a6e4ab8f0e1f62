package dev.tocsin.app;

import java.util.Optional;

/** Ends the process when the one that started it ends, where it was asked to: Maven hands no signal on. */
final class ParentWatch {
    /** Set to true by the build's own way of starting the bot. */
    static final String PROPERTY = "tocsin.ends.with.parent";

    private ParentWatch() {}

    static void startIfAsked() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        if (!Boolean.getBoolean(PROPERTY) || parent.isEmpty()) {
            return;
        }
        parent.get().onExit().thenRun(() -> System.exit(0));
    }
}
