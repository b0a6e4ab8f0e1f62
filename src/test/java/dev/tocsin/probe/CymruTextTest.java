package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.network.Announcement;
import dev.tocsin.core.target.AddressRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CymruTextTest {
    private static final Address FOUR = address("216.90.108.31");
    private static final Address SIX = address("2001:4860:4860::8888");

    @Test
    void whatTeamCymruAnswersIsReadFieldByField() {
        assertThat(origin(FOUR, "3561 | 216.88.0.0/14 | US | arin | 1998-09-25"))
                .contains(announcement("216.88.0.0/14", Optional.of("US"), 3561));
        assertThat(origin(SIX, "15169 | 2001:4860::/32 | US | arin | 2005-03-14"))
                .contains(announcement("2001:4860::/32", Optional.of("US"), 15_169));
    }

    @Test
    void aRangeMayHaveNeitherCountryNorDate() {
        assertThat(origin(FOUR, "3561 | 216.88.0.0/14 |  | other | "))
                .contains(announcement("216.88.0.0/14", Optional.empty(), 3561));
        assertThat(origin(FOUR, "3561 | 216.88.0.0/14 | | | "))
                .contains(announcement("216.88.0.0/14", Optional.empty(), 3561));
    }

    @Test
    void theFirstFieldMayHoldSeveralSystems() {
        assertThat(origin(FOUR, "23028 3561 4294967294 | 216.90.108.0/24 | US | arin | 1998-09-25"))
                .contains(announcement("216.90.108.0/24", Optional.of("US"), 3561, 23_028, 4_294_967_294L));
    }

    @Test
    void ofSeveralLinesTheLongestPrefixDecides() {
        assertThat(origin(
                        FOUR,
                        "3561 | 216.88.0.0/14 | US | arin | 1998-09-25",
                        "23028 | 216.90.108.0/24 | CA | arin | 1998-09-25",
                        "209 | 216.90.0.0/16 | US | arin | 1998-09-25"))
                .contains(announcement("216.90.108.0/24", Optional.of("CA"), 23_028));
    }

    @Test
    void theLongestPrefixMayHaveSeveralLines() {
        assertThat(origin(
                        FOUR,
                        "3561 | 216.90.108.0/24 | US | arin | 1998-09-25",
                        "209 | 216.90.108.0/24 | US | arin | 1998-09-25",
                        "7018 | 216.88.0.0/14 | US | arin | 1998-09-25"))
                .contains(announcement("216.90.108.0/24", Optional.of("US"), 209, 3561));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "|",
                "| | | |",
                "NA | NA | NA | NA | NA",
                "3561",
                "3561 | 216.88.0.0/14",
                "3561 | 216.88.0.0/14 | US | arin",
                "3561 | 216.88.0.0/14 | US | arin | 1998-09-25 | more",
                "3561|216.88.0.0/14|US|arin|1998-09-25",
                "AS3561 | 216.88.0.0/14 | US | arin | 1998-09-25",
                "{3561} | 216.88.0.0/14 | US | arin | 1998-09-25",
                "0 | 216.88.0.0/14 | US | arin | 1998-09-25",
                "-1 | 216.88.0.0/14 | US | arin | 1998-09-25",
                "4294967295 | 216.88.0.0/14 | US | arin | 1998-09-25",
                "99999999999 | 216.88.0.0/14 | US | arin | 1998-09-25",
                "٣٥٦١ | 216.88.0.0/14 | US | arin | 1998-09-25",
                "3561  209 | 216.88.0.0/14 | US | arin | 1998-09-25",
                "3561 | 216.88.0.0 | US | arin | 1998-09-25",
                "3561 | 216.88.0.0/ | US | arin | 1998-09-25",
                "3561 | 216.88.0.0/33 | US | arin | 1998-09-25",
                "3561 | 216.88.0.0/-1 | US | arin | 1998-09-25",
                "3561 | 216.88/14 | US | arin | 1998-09-25",
                "3561 | 0.0.0.0/0 | US | arin | 1998-09-25",
                "3561 | 216.0.0.0/7 | US | arin | 1998-09-25",
                "3561 | 198.51.0.0/16 | US | arin | 1998-09-25",
                "3561 | 2001:4860::/32 | US | arin | 1998-09-25",
                "3561 | 216.88.0.0/14 | us | arin | 1998-09-25",
                "3561 | 216.88.0.0/14 | USA | arin | 1998-09-25",
                "3561 | 216.88.0.0/14 | U\u0007 | arin | 1998-09-25",
                "3561 | 216.88.0.0/14 | US | ar\nin | 1998-09-25",
                "3561 | 216.88.0.0/14 | US | arin | yesterday",
                "3561 | 216.88.0.0/14 | US | arin | 1998-09-25\u0000",
                "\u202e3561 | 216.88.0.0/14 | US | arin | 1998-09-25",
                " 3561 | 216.88.0.0/14 | US | arin | 1998-09-25",
            })
    void whatIsNotExactlySoIsPassedOver(String line) {
        assertThat(origin(FOUR, line)).isEmpty();
        assertThat(origin(FOUR, line, "3561 | 216.88.0.0/14 | US | arin | 1998-09-25"))
                .contains(announcement("216.88.0.0/14", Optional.of("US"), 3561));
    }

    @Test
    void whatIsTooLongIsPassedOver() {
        assertThat(origin(FOUR, "3561" + " 3561".repeat(20) + " | 216.88.0.0/14 | US | arin | 1998-09-25"))
                .isEmpty();
        assertThat(origin(FOUR, "3561 | 216.88.0.0/14 | US | " + "a".repeat(60_000) + " | 1998-09-25"))
                .isEmpty();
        assertThat(CymruText.name(List.of("13335 | US | arin | 2010-07-14 | " + "x".repeat(60_000)), 13_335))
                .isEmpty();
    }

    @Test
    void aSystemHasAName() {
        assertThat(CymruText.name(
                        List.of("13335 | US | arin | 2010-07-14 | CLOUDFLARENET - Cloudflare, Inc., US"), 13_335))
                .contains("CLOUDFLARENET - Cloudflare, Inc., US");
        assertThat(CymruText.name(List.of("64500 |  | other |  | Gjirokastër | Net"), 64_500))
                .contains("Gjirokastër | Net");
        assertThat(CymruText.name(List.of("64500 | AL | ripencc | 2010-07-14 | " + "n".repeat(300)), 64_500))
                .contains("n".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "209 | US | arin | 2010-07-14 | QWEST",
                "13335 | US | arin | 2010-07-14 | ",
                "13335 | US | arin | 2010-07-14 |  ",
                "13335 | US | arin | 2010-07-14",
                "13335 | US | arin | 2010-07-14 | BELL\u0007",
                "13335 | US | arin | 2010-07-14 | \u202eTENRELFDUOLC",
                "13335 | US | arin | 2010-07-14 | two\nlines"
            })
    void aNameThatIsNotExactlySoIsNone(String line) {
        assertThat(CymruText.name(List.of(line), 13_335)).isEmpty();
    }

    @Property
    void whateverIsAnsweredIsReadOrPassedOver(@ForAll List<String> lines) {
        assertThat(CymruText.origin(lines, SIX).map(one -> one.prefix().holds(SIX.inet())))
                .isNotEqualTo(Optional.of(false));
        CymruText.name(lines, 1).ifPresent(name -> assertThat(name).isNotBlank());
    }

    private static Optional<Announcement> origin(Address of, String... lines) {
        return CymruText.origin(List.of(lines), of);
    }

    private static Announcement announcement(String prefix, Optional<String> country, long... systems) {
        return new Announcement(
                AddressRange.parse(prefix).orElseThrow(),
                Arrays.stream(systems).boxed().toList(),
                country,
                Optional.empty());
    }

    private static Address address(String text) {
        return Address.parse(text).orElseThrow();
    }
}
