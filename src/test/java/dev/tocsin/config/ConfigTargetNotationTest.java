package dev.tocsin.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.command.TargetNotation.Reading;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTargetNotationTest {
    private static final Network GOV =
            new Network(new NetworkId("gov"), "Gov", Optional.empty(), Optional.empty(), ZoneId.of("Europe/Tirane"));

    @TempDir
    Path folder;

    private ConfigTargetNotation notation;

    @BeforeEach
    void open() throws IOException {
        Settings settings = settings("{}");
        notation = new ConfigTargetNotation(() -> settings, () -> List.of(GOV));
    }

    @Test
    void aTargetOfChatFollowsTheDefaultsAndIsChats() {
        Target target = read(Map.of("id", "api", "url", "https://api.example/", "tags", "web, prod", "network", "gov"));

        assertThat(target.origin()).isEqualTo(Origin.CHAT);
        assertThat(target.tags()).containsExactlyInAnyOrder("web", "prod");
        assertThat(target.zone()).isEqualTo(ZoneId.of("Europe/Tirane"));
        assertThat(target.confirm()).isEqualTo(new Confirm.Weighed());
    }

    @Test
    void spellingATargetOutAndReadingItGivesItBack() {
        List<Target> targets = List.of(
                read(Map.of(
                        "id", "a", "tcp", "[2606:4700::1]:443", "every", "1h30m", "failures", "7", "recheck", "250ms")),
                read(Map.of(
                        "id", "b", "url", "https://b.example/?q=1", "expect", "200,301-302", "contains", "ok = yes")));

        assertThat(targets)
                .allSatisfy(target -> assertThat(read(notation.spell(target))).isEqualTo(target));
    }

    @Test
    void anEditReplacesAUrlByATcpAddressAndTheOtherWayRound() {
        Target http = read(Map.of("id", "a", "url", "https://a.example/", "expect", "200", "tags", "x"));
        Target tcp = edited(http, Map.of("tcp", "a.example:443"));
        Target again = edited(tcp, Map.of("url", "http://a.example/", "tags", ""));

        assertThat(tcp.check()).isEqualTo(new Check.Tcp("a.example", 443));
        assertThat(again.check().address()).isEqualTo("http://a.example/");
        assertThat(again.tags()).isEmpty();
    }

    @Test
    void everyProblemIsASentenceWithoutFileOrLine() {
        Reading reading = notation.read(Map.of("id", "A", "url", "gopher://x", "evry", "5s", "network", "moon"));

        assertThat(((Reading.Wrong) reading).problems())
                .hasSize(4)
                .anySatisfy(text -> assertThat(text).isEqualTo("evry no such key; did you mean \"every\"?"))
                .allSatisfy(text -> assertThat(text).doesNotContain(":0"));
    }

    @Test
    void whatIsExportedCanBePutInAConfig() throws IOException {
        List<Target> targets = List.of(
                read(Map.of("id", "a", "tcp", "a.example:443", "failures", "7")),
                read(Map.of("id", "b", "url", "https://b.example/", "expect", "200", "name", "B \"quoted\"")));

        Settings settings = settings("{\"targets\": " + notation.write(targets) + "}");

        assertThat(settings.targets()).extracting(Target::name).containsExactly("a", "B \"quoted\"");
        assertThat(settings.targets())
                .extracting(Target::check)
                .isEqualTo(targets.stream().map(Target::check).toList());
        assertThat(settings.targets().getFirst().confirm())
                .isEqualTo(targets.getFirst().confirm());
    }

    private Target read(Map<String, String> keys) {
        Reading reading = notation.read(keys);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).target();
    }

    private Target edited(Target target, Map<String, String> keys) {
        Reading reading = notation.edit(target, keys);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).target();
    }

    private Settings settings(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bot-config.json"), text);
        ConfigReading reading = new ConfigReader(name -> Optional.empty()).read(file);
        assertThat(reading).isInstanceOf(ConfigReading.Good.class);
        return ((ConfigReading.Good) reading).settings();
    }
}
