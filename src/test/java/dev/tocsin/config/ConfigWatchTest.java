package dev.tocsin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as a change of the config, check by check, a second apart. */
class ConfigWatchTest {
    @TempDir
    Path folder;

    private Path file;
    private ConfigWatch watch;

    @BeforeEach
    void begin() throws IOException {
        file = Files.writeString(folder.resolve("bot.json"), named("first"));
        watch = begin(file);
    }

    @Test
    void aChangeBetweenTheFirstReadingAndTheFirstCheckCounts() throws IOException {
        ConfigWatch.Begun begun = ConfigWatch.begin(file, new ConfigReader(name -> Optional.empty()));
        Files.writeString(file, named("second"));

        assertThat(vantage(Optional.of(begun.first()))).isEqualTo("first");
        watch = begun.watch();
        assertThat(checks(2)).containsExactly("-", "second");
    }

    @Test
    void manyEditsInARowCountOnceTheyRest() throws IOException {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Files.writeString(file, named("edit-" + i));
            seen.add(vantage(watch.check()));
        }
        seen.addAll(checks(3));

        assertThat(seen).containsExactly("-", "-", "-", "edit-2", "-", "-");
    }

    @Test
    void aFileThatNeverRestsIsTakenInItsFourthCheckAllTheSame() throws IOException {
        List<String> seen = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            Files.writeString(file, named("edit-" + i));
            seen.add(vantage(watch.check()));
        }

        assertThat(seen).containsExactly("-", "-", "-", "edit-4", "-", "-", "-", "edit-8");
    }

    @Test
    void aFileSeenHalfWrittenIsNoAlarmUntilItStaysSo() throws IOException {
        Files.writeString(file, named("second").substring(0, 12));
        assertThat(checks(2)).containsExactly("-", "-");
        Files.writeString(file, named("second"));
        assertThat(checks(2)).containsExactly("-", "second");
        Files.writeString(file, "");
        assertThat(checks(5)).containsExactly("-", "-", "-", "bad", "-");
    }

    @Test
    void aFileThatIsRenamedIntoPlaceCounts() throws IOException {
        Path next = Files.writeString(folder.resolve("bot.json~"), named("second"));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);

        assertThat(checks(3)).containsExactly("-", "second", "-");
    }

    @Test
    void aFileThatIsGoneForAMomentIsNoAlarmAndOneThatStaysAwayIsOne() throws IOException {
        Files.delete(file);
        assertThat(checks(3)).containsExactly("-", "-", "-");
        Files.writeString(file, named("first"));
        assertThat(checks(3)).containsExactly("-", "-", "-");
        Files.delete(file);
        assertThat(checks(5)).containsExactly("-", "-", "-", "bad", "-");
        Files.writeString(file, named("first"));
        assertThat(checks(2)).containsExactly("-", "first");
    }

    /** As Kubernetes mounts a ConfigMap: the file is a link through {@code ..data}, which is swapped as a whole. */
    @Test
    void aLinkThatPointsElsewhereNowCounts() throws IOException {
        Path mount = Files.createDirectory(folder.resolve("mount"));
        publish(mount, "..1", named("one"));
        Path link = Files.createSymbolicLink(mount.resolve("bot.json"), Path.of("..data", "bot.json"));
        watch = begin(link);
        publish(mount, "..2", named("two"));
        Files.delete(mount.resolve("..1/bot.json"));

        assertThat(checks(3)).containsExactly("-", "two", "-");
        assertThat(((ConfigReading.Good) ConfigWatch.begin(link, new ConfigReader(name -> Optional.empty()))
                                .first())
                        .settings()
                        .general()
                        .store())
                .isEqualTo(mount.resolve("data/tocsin.db"));
    }

    @Test
    void aFileThatIsTooLargeIsAnAlarmAndIsNotRead() throws IOException {
        Files.writeString(file, " ".repeat((20 << 20) + 1));

        assertThat(checks(4)).containsExactly("-", "-", "-", "bad");
    }

    private static void publish(Path mount, String name, String text) throws IOException {
        Files.createDirectory(mount.resolve(name));
        Files.writeString(mount.resolve(name).resolve("bot.json"), text);
        Path next = Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of(name));
        Files.move(next, mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static ConfigWatch begin(Path file) {
        return ConfigWatch.begin(file, new ConfigReader(name -> Optional.empty()))
                .watch();
    }

    private static String named(String vantage) {
        return "{\"vantage\": \"" + vantage + "\"}";
    }

    private List<String> checks(int count) {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            seen.add(vantage(watch.check()));
        }
        return seen;
    }

    private static String vantage(Optional<ConfigReading> reading) {
        return reading.map(one -> switch (one) {
                    case ConfigReading.Good good ->
                        good.settings().general().vantage().name();
                    case ConfigReading.Bad ignored -> "bad";
                })
                .orElse("-");
    }
}
