package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that wait at the same time are committed together, and each is whole by itself. */
class GroupCommitTest {
    private static final int MANY = 60;

    @TempDir
    Path folder;

    private final AtomicInteger commits = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Jdbi jdbi;
    private GroupCommit group;

    @BeforeEach
    void open() {
        jdbi = Jdbi.create("jdbc:sqlite:" + folder.resolve("group.db"));
        jdbi.useHandle(handle -> handle.execute("create table note (text text unique)"));
        jdbi.setTransactionHandler(new LocalTransactionHandler() {
            @Override
            public void commit(Handle handle) {
                commits.incrementAndGet();
                super.commit(handle);
            }
        });
        group = new GroupCommit(jdbi);
    }

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void whatWaitsIsCommittedTogether() throws Exception {
        List<Future<Integer>> all = whileOneWrites(i -> "note " + i);
        for (int i = 0; i < MANY; i++) {
            assertThat(all.get(i).get()).isEqualTo(i);
        }

        assertThat(notes()).isEqualTo(MANY + 1L);
        assertThat(commits.get()).isLessThan(MANY / 2);
    }

    @Test
    void oneThatFailsIsUndoneAlone() throws Exception {
        List<Future<Integer>> all = whileOneWrites(i -> i % 7 == 3 ? "first" : "note " + i);
        for (int i = 0; i < MANY; i++) {
            Future<Integer> one = all.get(i);
            if (i % 7 == 3) {
                assertThatThrownBy(one::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasMessageContaining("UNIQUE");
            } else {
                assertThat(one.get()).isEqualTo(i);
            }
        }

        long failed = java.util.stream.IntStream.range(0, MANY)
                .filter(i -> i % 7 == 3)
                .count();
        assertThat(notes()).as("and what it had written before is gone").isEqualTo(MANY + 1 - failed);
    }

    @Test
    void whereTheCommitFailsNoneIsDone() {
        jdbi.setTransactionHandler(new LocalTransactionHandler() {
            @Override
            public void commit(Handle handle) {
                throw new IllegalStateException("the disk is full");
            }
        });
        GroupCommit full = new GroupCommit(jdbi);

        assertThatThrownBy(() -> full.write(handle -> handle.execute("insert into note values ('x')")))
                .hasMessageContaining("the disk is full");
        assertThat(notes()).isZero();
    }

    @Test
    void aChangeWithinAChangeIsRefusedSinceItWouldBeUndoneWithIt() {
        assertThatThrownBy(() ->
                        group.write(handle -> group.write(inner -> inner.execute("insert into note values ('x')"))))
                .hasMessageContaining("within a change");
        assertThat(notes()).isZero();
    }

    /** Many that insert while one holds the turn; each also writes a mark of its own before. */
    private List<Future<Integer>> whileOneWrites(java.util.function.IntFunction<String> text) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Future<?> first = threads.submit(() -> group.write(handle -> {
            begun.countDown();
            await(go);
            return handle.execute("insert into note values ('first')");
        }));
        begun.await();
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            int number = i;
            all.add(threads.submit(() -> group.write(handle -> {
                if (text.apply(number).equals("first")) {
                    handle.execute("insert into note values (?)", "before " + number);
                }
                handle.execute("insert into note values (?)", text.apply(number));
                return number;
            })));
        }
        go.countDown();
        first.get();
        return all;
    }

    private long notes() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from note")
                .mapTo(Long.class)
                .one());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
