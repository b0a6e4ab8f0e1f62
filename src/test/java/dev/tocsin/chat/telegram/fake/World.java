package dev.tocsin.chat.telegram.fake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** All state of the fake behind one lock, and the place where tests and polls wait for a change of it. */
final class World {
    final InstantSource clock;
    final FakePerson bot = new FakePerson(7_000_001, "Tocsin", Optional.of("TocsinTestBot"), FakePerson.Kind.BOT);
    final Map<Long, FakePerson> people = new LinkedHashMap<>();
    final Map<Long, FakeChat> chats = new LinkedHashMap<>();

    /** How often a condition is looked at that changes outside of the fake, nanoseconds. */
    private static final long TIMES_OF_OTHERS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<String> faults = new ArrayList<>();
    private long lastPerson = 1_000;
    private long lastGroup = 4_000;
    private long lastSupergroup = 1_000_000_000_000L;

    World(InstantSource clock) {
        this.clock = clock;
    }

    long nextPerson() {
        lastPerson++;
        return lastPerson;
    }

    /** Telegram's ids of groups are negative, and of supergroups and channels beyond minus a million millions. */
    long nextChat(FakeChat.Kind kind) {
        if (kind == FakeChat.Kind.GROUP) {
            lastGroup++;
            return -lastGroup;
        }
        lastSupergroup++;
        return -lastSupergroup;
    }

    long seconds() {
        return clock.instant().getEpochSecond();
    }

    <T> T with(Supplier<T> work) {
        lock.lock();
        try {
            T result = work.get();
            changed.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }

    void change(Runnable work) {
        Boolean done = with(() -> {
            work.run();
            return Boolean.TRUE;
        });
        assert done;
    }

    /** Waits until {@code look} finds something; empty when it has not within {@code deadline}. */
    <T> Optional<T> watch(Duration deadline, Supplier<Optional<T>> look) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        lock.lock();
        try {
            Optional<T> found = look.get();
            long left = end - System.nanoTime();
            while (found.isEmpty() && left > 0) {
                long waited = changed.awaitNanos(Math.min(left, TIMES_OF_OTHERS));
                assert waited <= left;
                found = look.get();
                left = end - System.nanoTime();
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    /** The same, and fails when nothing is found. */
    <T> T await(Duration deadline, Supplier<String> what, Supplier<Optional<T>> look) {
        try {
            return watch(deadline, look)
                    .orElseThrow(() -> new AssertionError("not within " + deadline + ": " + what.get()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting: " + what.get(), e);
        }
    }

    void fault(String what) {
        change(() -> faults.add(what));
    }

    List<String> faults() {
        return with(() -> List.copyOf(faults));
    }

    List<String> takeFaults() {
        return with(() -> {
            List<String> all = List.copyOf(faults);
            faults.clear();
            return all;
        });
    }

    /** By number or by {@code @name}. */
    Optional<FakeChat> find(String chat) {
        if (chat.startsWith("@")) {
            return chats.values().stream()
                    .filter(each -> each.kind() != FakeChat.Kind.PRIVATE)
                    .filter(each -> each.username()
                            .filter(chat.substring(1)::equalsIgnoreCase)
                            .isPresent())
                    .findFirst();
        }
        return chat.matches("-?\\d{1,18}") ? Optional.ofNullable(chats.get(Long.parseLong(chat))) : Optional.empty();
    }
}
