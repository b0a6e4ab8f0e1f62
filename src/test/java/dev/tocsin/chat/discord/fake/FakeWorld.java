package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** All state of the fake behind one lock, and the place where tests wait for a change of it. */
final class FakeWorld {
    final Snowflakes ids = new Snowflakes();
    final Map<Long, Guild> guilds = new LinkedHashMap<>();
    final Map<Long, FakeChannel> channels = new LinkedHashMap<>();
    final Map<Long, FakeMessage> messages = new LinkedHashMap<>();
    final FakeUser bot = new FakeUser(ids.next(), "tocsin", FakeUser.Kind.BOT);
    final Map<Long, FakeUser> users = new LinkedHashMap<>();

    /** How often a condition is looked at that changes outside of the fake, nanoseconds. */
    private static final long TIMES_OF_OTHERS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<String> faults = new ArrayList<>();
    private Post post = (guild, type, data) -> {};

    /** Takes an event to the sessions of the guild's shard; guild 0 is that of direct messages. */
    interface Post {
        void dispatch(long guild, String type, ObjectNode data);
    }

    FakeWorld() {
        users.put(bot.id(), bot);
    }

    void connect(Post to) {
        with(() -> {
            post = to;
            return to;
        });
    }

    void dispatch(long guild, String type, ObjectNode data) {
        post.dispatch(guild, type, data);
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

    /** Waits until {@code look} finds something; fails when it has not within {@code deadline}. */
    <T> T await(Duration deadline, Supplier<String> what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + deadline.toNanos();
        lock.lock();
        try {
            Optional<T> found = look.get();
            while (found.isEmpty()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("not within " + deadline + ": " + what.get());
                }
                long waited = changed.awaitNanos(Math.min(left, TIMES_OF_OTHERS));
                assert waited <= left;
                found = look.get();
            }
            return found.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting: " + what.get(), e);
        } finally {
            lock.unlock();
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

    FakeChannel channel(long id) {
        return Optional.ofNullable(channels.get(id)).orElseThrow(() -> new Refusal(FakeError.UNKNOWN_CHANNEL));
    }

    FakeMessage message(FakeChannel channel, long id) {
        return Optional.ofNullable(messages.get(id))
                .filter(message -> message.channel() == channel)
                .orElseThrow(() -> new Refusal(FakeError.UNKNOWN_MESSAGE));
    }
}
