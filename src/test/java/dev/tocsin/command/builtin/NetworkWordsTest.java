package dev.tocsin.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.network.Announcement;
import dev.tocsin.core.network.Group;
import dev.tocsin.core.network.LookedUp;
import dev.tocsin.core.network.Place;
import dev.tocsin.core.network.Place.Source;
import dev.tocsin.core.target.AddressRange;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.engine.Roster;
import dev.tocsin.sample.Samples;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkWordsTest {
    private static final Roster ROSTER =
            new Roster(Map.of(), Map.of(Samples.GOV.id(), Samples.GOV), List.of(), Set.of());
    private static final LookedUp LOOKUP = lookup(Optional.of("CENTURYLINK \u202e- Savvis, US"), 3561);

    @Test
    void whatTheConfigSays() {
        holds(
                new Place.Known(
                        List.of(
                                new Group.Named(Samples.GOV.id()),
                                new Group.OfOperator("AKSHI"),
                                new Group.OfCountry("Albania")),
                        Source.DECLARED,
                        Optional.empty()),
                "gov",
                "Government network (gov), AKSHI, Albania; the config says so");
        holds(
                new Place.Known(List.of(new Group.Named(new NetworkId("gone"))), Source.DECLARED, Optional.empty()),
                "gone",
                "gone; the config says so");
    }

    @Test
    void whatWasLookedUpAndWhen() {
        Group announced = new Group.Announced(range("216.88.0.0/14"), List.of(3561L));
        holds(
                new Place.Known(List.of(announced, new Group.OfSystem(3561)), Source.LOOKED_UP, Optional.of(LOOKUP)),
                "AS3561 (looked up)",
                "AS3561 216.88.0.0/14 (CENTURYLINK  - Savvis, US), registered in US; looked up 3 h ago");
        holds(
                new Place.Known(
                        List.of(new Group.Announced(range("216.88.0.0/14"), List.of(3561L, 209L))),
                        Source.LOOKED_UP,
                        Optional.of(lookup(Optional.empty(), 209, 3561))),
                "AS209+AS3561 216.88.0.0/14 (looked up)",
                "AS209+AS3561 216.88.0.0/14, registered in US; looked up 3 h ago");
    }

    @Test
    void whatIsInferredIsMarked() {
        holds(
                new Place.Known(
                        List.of(new Group.Near(range("2001:4860:4860::/48"))), Source.INFERRED, Optional.empty()),
                "2001:4860:4860::/48 (inferred)",
                "2001:4860:4860::/48, inferred from its address; nothing more is known of it");
    }

    @Test
    void aSharedFrontEndIsNoNetwork() {
        holds(
                new Place.Shared(Optional.empty()),
                "shared front end",
                "none is taken: it answers at a front end that very many share");
        holds(
                new Place.Shared(Optional.of(lookup(Optional.of("AKAMAI-ASN1, NL"), 20_940))),
                "shared front end",
                "none is taken: it answers at a front end that very many share, AS20940 (AKAMAI-ASN1, NL)");
    }

    @Test
    void whatIsNotKnown() {
        holds(new Place.Unknown(), "–", "not known");
    }

    private static void holds(Place place, String word, String sentence) {
        assertThat(NetworkWords.word(place)).isEqualTo(word);
        assertThat(NetworkWords.sentence(place, ROSTER, Samples.NOON.plus(Duration.ofHours(3))))
                .isEqualTo(sentence);
    }

    private static LookedUp lookup(Optional<String> name, long... systems) {
        return new LookedUp(
                Address.parse("216.90.108.31").orElseThrow(),
                Optional.of(new Announcement(
                        range("216.88.0.0/14"), Arrays.stream(systems).boxed().toList(), Optional.of("US"), name)),
                Samples.NOON);
    }

    private static AddressRange range(String text) {
        return AddressRange.parse(text).orElseThrow();
    }
}
