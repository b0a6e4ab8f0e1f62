package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.command.TargetNotation.Reading;
import dev.tocsin.config.ConfigReader;
import dev.tocsin.config.ConfigReading;
import dev.tocsin.config.ConfigTargetNotation;
import dev.tocsin.config.Settings;
import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.HostText;
import dev.tocsin.core.target.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A URL is read twice: as a {@link java.net.URI} when it is typed in chat, and by OkHttp when it is asked for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UrlSpellingsTest {
    private static final AddressPolicy POLICY = AddressPolicy.PUBLIC;

    private ConfigTargetNotation notation = new ConfigTargetNotation(
            () -> {
                throw new IllegalStateException("no settings yet");
            },
            List::of);

    static List<Spelling> urls() {
        return Spelling.table("/policy/urls.txt");
    }

    @BeforeAll
    void readSettings(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bot-config.json"), "{}");
        ConfigReading reading = new ConfigReader(name -> Optional.empty()).read(file);
        assertThat(reading).isInstanceOf(ConfigReading.Good.class);
        Settings settings = ((ConfigReading.Good) reading).settings();
        notation = new ConfigTargetNotation(() -> settings, List::of);
    }

    @ParameterizedTest
    @MethodSource("urls")
    void everySpellingOfAUrlIsJudgedByWhatItMeans(Spelling url) {
        String judged = String.join("; ", refusals(url));

        if (url.isAllowed()) {
            assertThat(judged).isEmpty();
        } else {
            assertThat(judged).contains(url.verdict());
        }
    }

    @ParameterizedTest
    @MethodSource("urls")
    void whatIsConnectedToIsNoMoreThanWhatWasTyped(Spelling url) {
        @Nullable HttpUrl asked = HttpUrl.parse(url.text());
        if (asked == null) {
            return;
        }
        boolean forbidden = POLICY.refusal(asked.host()).isPresent()
                || POLICY.refusal(asked.port()).isPresent();

        assertThat(forbidden && refusals(url).isEmpty()).as("asks %s", asked).isFalse();
    }

    @ParameterizedTest
    @MethodSource("urls")
    void bothReadersSeeTheSameHost(Spelling url) {
        @Nullable HttpUrl asked = HttpUrl.parse(url.text());
        if (asked != null
                && read(url) instanceof Reading.Read(var target)
                && target.check() instanceof Check.Http http) {
            HostText typed = HostText.read(http.url().getHost());
            HostText connected = HostText.read(asked.host());

            assertThat(connected.literal()).isEqualTo(typed.literal());
            assertThat(connected instanceof HostText.HostName).isEqualTo(typed instanceof HostText.HostName);
        }
    }

    @Test
    void theTableIsLong() {
        assertThat(urls()).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    /** What somebody who adds a target of this URL in chat is told. */
    private List<String> refusals(Spelling url) {
        return switch (read(url)) {
            case Reading.Wrong(List<String> problems) -> List.of("no URL", String.join(", ", problems));
            case Reading.Read(var target) -> POLICY.refusals(target.check());
        };
    }

    private Reading read(Spelling url) {
        return notation.read(Map.of("id", "api", "url", url.text()));
    }
}
