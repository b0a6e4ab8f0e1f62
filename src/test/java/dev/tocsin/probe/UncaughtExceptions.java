package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Sees every exception that ends a thread while it is open. */
final class UncaughtExceptions implements AutoCloseable {
    private final Thread.@Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final List<Throwable> seen = new CopyOnWriteArrayList<>();

    UncaughtExceptions() {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> seen.add(thrown));
    }

    void assertNone() {
        assertThat(seen).isEmpty();
    }

    @Override
    public void close() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
