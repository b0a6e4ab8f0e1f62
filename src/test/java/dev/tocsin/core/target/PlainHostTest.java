package dev.tocsin.core.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is told at a glance is what long scrutiny tells: capitals, and a dot at the end, are read the long way. */
final class PlainHostTest {
    private static final String ALPHABET = "ab-_..0127xz";

    @Test
    void plainNamesReadLikeTheirCapitals() {
        int names = 0;
        for (String spelled : randomSpellings()) {
            if (PlainHost.of(spelled) == PlainHost.NAME) {
                names++;
                assertThat(HostText.read(spelled.toUpperCase(Locale.ROOT)))
                        .as(spelled)
                        .isEqualTo(new HostText.HostName(spelled))
                        .isEqualTo(HostText.read(spelled));
            }
        }
        assertThat(names).isGreaterThan(1_000);
    }

    @Test
    void plainNumbersReadLikeThoseWithADotAtTheEnd() {
        for (String number :
                new String[] {"127.0.0.1", "1.2.3", "256.1.1.1", "2130706433", "0177.0.0.1", "1.2.3.4.5"}) {
            assertThat(PlainHost.of(number)).as(number).isEqualTo(PlainHost.NUMBER);
            assertThat(HostText.read(number).literal())
                    .as(number)
                    .isEqualTo(HostText.read(number + ".").literal());
        }
    }

    @Test
    void whatIsOddIsReadTheLongWay() {
        for (String odd : new String[] {
            "",
            ".",
            "a.",
            ".a",
            "a..b",
            "-a",
            "a.-b",
            "A",
            "0x7f",
            "a.1b",
            "ä",
            "1.2.3.4.",
            "[::1]",
            "::1",
            "a".repeat(64)
        }) {
            assertThat(PlainHost.of(odd)).as(odd).isEqualTo(PlainHost.NEITHER);
        }
        assertThat(PlainHost.of("a.".repeat(127))).isEqualTo(PlainHost.NEITHER);
    }

    private static String[] randomSpellings() {
        Random random = new Random(20_261_125);
        String[] spellings = new String[20_000];
        for (int i = 0; i < spellings.length; i++) {
            StringBuilder spelled = new StringBuilder();
            int length = 1 + random.nextInt(i % 100 == 0 ? 300 : 20);
            for (int at = 0; at < length; at++) {
                spelled.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            spellings[i] = spelled.toString();
        }
        return spellings;
    }
}
