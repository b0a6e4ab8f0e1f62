package dev.tocsin.chat.telegram.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a request: what Telegram refuses, and what it lets pass though nobody should write it. */
final class Complaints {
    private final List<String> all = new ArrayList<>();
    private Optional<FakeError> refusal = Optional.empty();

    /** The first refusal is the answer. */
    void refuse(FakeError error) {
        all.add(error.description());
        refusal = refusal.or(() -> Optional.of(error));
    }

    void refuse(FakeError error, String where) {
        all.add(error.description() + " (" + where + ")");
        refusal = refusal.or(() -> Optional.of(error));
    }

    void note(String what) {
        all.add(what);
    }

    List<String> all() {
        return List.copyOf(all);
    }

    Optional<FakeError> refusal() {
        return refusal;
    }
}
