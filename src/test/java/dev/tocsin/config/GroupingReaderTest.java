package dev.tocsin.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.network.Grouping;
import dev.tocsin.core.network.LookupZones;
import dev.tocsin.core.network.SharedFrontEnds;
import dev.tocsin.core.target.AddressRange;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.NetworkId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupingReaderTest {
    @TempDir
    Path folder;

    @Test
    void nobodyIsAskedUnlessTheConfigSaysSo() throws IOException {
        assertThat(good("{}").settings().grouping()).isEqualTo(Grouping.PLAIN);
        assertThat(good("{\"grouping\": {\"lookup\": \"off\"}}").settings().grouping())
                .isEqualTo(Grouping.PLAIN);
    }

    @Test
    void theShippedConfigAsksNobody() {
        ConfigReading shipped = new ConfigReader(name -> Optional.empty()).read(Path.of("bot-config.json"));

        assertThat(((ConfigReading.Good) shipped).settings().grouping().lookup())
                .isEmpty();
    }

    @Test
    void aLookupIsAtTeamCymruUnlessTheConfigNamesOtherZones() throws IOException {
        assertThat(good("{\"grouping\": {\"lookup\": \"cymru\"}}")
                        .settings()
                        .grouping()
                        .lookup())
                .contains(LookupZones.CYMRU);
        assertThat(good("""
                        {"grouping": {"lookup": "cymru", "resolver": "127.0.0.1:5353",
                          "zones": {"origin": "four.test", "origin6": "six.test", "names": "names.test"}}}
                        """).settings().grouping().lookup())
                .contains(new LookupZones("four.test", "six.test", "names.test", NameServer.parse("127.0.0.1:5353")));
    }

    @Test
    void networksHavePrefixesAndOperators() throws IOException {
        Grouping grouping = good("""
                {"networks": [
                  {"id": "gov", "prefixes": ["185.71.180.9/22", "2a03:1::/32"], "operator": "AKSHI", "country": "Albania"},
                  {"id": "tax"}]}
                """).settings().grouping();

        assertThat(grouping.operators()).isEqualTo(Map.of(new NetworkId("gov"), "AKSHI"));
        assertThat(grouping.prefixes())
                .containsExactly(
                        new Grouping.Prefix(range("2a03:1::/32"), new NetworkId("gov")),
                        new Grouping.Prefix(range("185.71.180.0/22"), new NetworkId("gov")));
    }

    @Test
    void sharedFrontEndsAreThoseOfTheConfigAlone() throws IOException {
        assertThat(shared("{\"grouping\": {\"shared\": []}}")).isEqualTo(new SharedFrontEnds(Set.of(), List.of()));
        assertThat(shared("{\"grouping\": {\"shared\": [\"AS64500\", \"192.0.2.0/24\"]}}"))
                .isEqualTo(new SharedFrontEnds(Set.of(64_500L), List.of(range("192.0.2.0/24"))));
    }

    @Test
    void whatHasNoEffectIsWarnedOf() throws IOException {
        assertThat(good("{\"grouping\": {\"resolver\": \"9.9.9.9\", \"zones\": {\"names\": \"x.test\"}}}")
                        .warnings())
                .hasSize(2)
                .allMatch(one -> one.contains("has no effect while grouping.lookup is off"));
    }

    private SharedFrontEnds shared(String text) throws IOException {
        return good(text).settings().grouping().shared();
    }

    private ConfigReading.Good good(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bot-config.json"), text);
        return (ConfigReading.Good) new ConfigReader(name -> Optional.empty()).read(file);
    }

    private static AddressRange range(String text) {
        return AddressRange.parse(text).orElseThrow();
    }
}
