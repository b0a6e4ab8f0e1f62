package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Spelling;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A URL is read twice, once as a {@link URI} when it is typed and once by OkHttp when it is asked for. */
class UrlSpellingsTest {
    static List<Spelling> urls() {
        return Spelling.table("/policy/urls.txt");
    }

    @ParameterizedTest
    @MethodSource("urls")
    void everySpellingOfAUrlIsJudgedByWhatItMeans(Spelling url) {
        String judged = String.join("; ", refusals(url.text()));

        if (url.isAllowed()) {
            assertThat(judged).isEmpty();
        } else {
            assertThat(judged).contains(url.verdict());
        }
    }

    @ParameterizedTest
    @MethodSource("urls")
    void theHostThatIsConnectedToIsRefusedWhereverTheTypedOneIs(Spelling url) {
        @Nullable HttpUrl asked = HttpUrl.parse(url.text());
        if (asked == null) {
            return;
        }
        List<String> typed = refusals(url.text());
        boolean inner = AddressPolicy.PUBLIC.refusal(asked.host()).isPresent();
        boolean blocked = AddressPolicy.PUBLIC.refusal(asked.port()).isPresent();

        assertThat(typed.isEmpty()).as("%s asks %s", url, asked.host()).isEqualTo(typed.isEmpty() && !inner && !blocked);
    }

    @Test
    void theTableIsLong() {
        assertThat(urls()).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    /** What a chat target of this URL is told. */
    private static List<String> refusals(String text) {
        if (!text.startsWith("http://") && !text.startsWith("https://")) {
            return List.of("no URL");
        }
        try {
            URI url = new URI(text);
            if (url.getHost() == null || url.getPort() == 0 || url.getPort() > 65_535) {
                return List.of("no URL");
            }
            List<String> why =
                    AddressPolicy.PUBLIC.refusals(new Check.Http(url, Check.Http.WORKING, Optional.empty()));
            return why.isEmpty() && url.getUserInfo() != null ? List.of("a user name or password") : why;
        } catch (URISyntaxException wrong) {
            return List.of("no URL");
        }
    }
}
