package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.engine.Memo;
import dev.tocsin.store.SqliteStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process ends at each point of an update's way, over a store in a file; the next one goes on from there. */
class CutsTest {
    private static final String TOLD =
            "⚠️ The bot was stopped before it answered this; it may have been done or not, and" + " is not done again.";

    @TempDir
    Path folder;

    private InStage stage;
    private final AtomicInteger effects = new AtomicInteger();
    private final AtomicReference<Optional<Cut>> knife = new AtomicReference<>(Optional.empty());
    private final CountDownLatch fallen = new CountDownLatch(1);
    private final CountDownLatch grave = new CountDownLatch(1);
    private volatile Process process = Process.LIVES;

    private enum Process {
        LIVES,
        DEAD
    }

    enum Cut {
        BEFORE_THE_OFFSET,
        BEFORE_THE_EFFECT,
        BEFORE_THE_ANSWER,
        AFTER_THE_ANSWER
    }

    @BeforeEach
    void open() throws Exception {
        stage = new InStage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    /** From here on this process writes nothing down, and does nothing more. */
    private void reach(Cut point) {
        if (process == Process.LIVES && knife.get().equals(Optional.of(point))) {
            process = Process.DEAD;
            fallen.countDown();
            try {
                grave.await();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        }
        if (process == Process.DEAD) {
            throw new IllegalStateException("this process is dead");
        }
    }

    private Memo mortal(Memo memo) {
        return new Memo() {
            @Override
            public Optional<String> read(String name) {
                return memo.read(name);
            }

            @Override
            public void write(String name, String value) {
                if (name.startsWith("telegram/offset/")) {
                    reach(value.contains("\n") ? Cut.BEFORE_THE_OFFSET : Cut.AFTER_THE_ANSWER);
                }
                memo.write(name, value);
            }
        };
    }

    private String effect(String line) {
        if (line.equals("/count")) {
            reach(Cut.BEFORE_THE_EFFECT);
            effects.incrementAndGet();
            reach(Cut.BEFORE_THE_ANSWER);
        }
        return "said " + line;
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsDoneTwiceAndNobodyIsLeftWithoutAWord(Cut cut) {
        long asked = livesUntil(cut);
        process = Process.LIVES;
        knife.set(Optional.empty());
        List<String> expected = switch (cut) {
            case BEFORE_THE_OFFSET -> List.of("said /count");
            case BEFORE_THE_EFFECT, BEFORE_THE_ANSWER -> List.of(TOLD);
            case AFTER_THE_ANSWER -> List.of("said /count", TOLD);
        };
        try (SqliteStore store = SqliteStore.open(folder.resolve("updates.db"))) {
            stage.memo(store.memo());
            stage.start(new StubDesk(this::effect));
            stage.ask(stage.owner, stage.direct, "/last");
            stage.telegram.await(InStage.SOON, "a word", () -> words(asked).size() >= expected.size());
            settled(store);
            stage.stop();
        }

        assertThat(effects).hasValue(cut == Cut.BEFORE_THE_EFFECT ? 0 : 1);
        assertThat(words(asked)).isEqualTo(expected);
    }

    /** The id of what was asked when it ended. */
    private long livesUntil(Cut cut) {
        try (SqliteStore store = SqliteStore.open(folder.resolve("updates.db"))) {
            stage.memo(mortal(store.memo()));
            stage.start(new StubDesk(this::effect));
            stage.ask(stage.owner, stage.direct, "/first");
            settled(store);
            knife.set(Optional.of(cut));
            long asked = stage.telegram.talk().says(stage.owner, stage.direct, "/count");
            stage.telegram.await(InStage.SOON, "the end", () -> fallen.getCount() == 0);
            stage.stop();
            return asked;
        }
    }

    /** Nothing is under way. */
    private void settled(SqliteStore store) {
        stage.telegram.await(
                InStage.SOON,
                "nothing under way",
                () -> store.memo()
                        .read("telegram/offset/7000001")
                        .filter(kept -> !kept.contains("\n"))
                        .isPresent());
    }

    private List<String> words(long asked) {
        return stage.answers(stage.direct, asked).stream().map(Posted::text).toList();
    }
}
