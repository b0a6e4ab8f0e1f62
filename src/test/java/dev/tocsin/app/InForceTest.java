package dev.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.config.ConfigReading;
import dev.tocsin.core.network.LookupZones;
import dev.tocsin.core.target.Control;
import dev.tocsin.engine.Declared;
import dev.tocsin.practice.PracticeNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InForceTest {
    private static final String TARGET = "\"targets\": [{\"id\": \"site\", \"tcp\": \"192.0.2.1:80\"}]";
    private static final String CONTROL = "\"controls\": [{\"name\": \"uplink\", \"tcp\": \"192.0.2.2:443\"}]";

    @TempDir
    Path folder;

    private PracticeNetwork practice;

    @BeforeEach
    void start() throws IOException {
        practice = PracticeNetwork.start();
    }

    @AfterEach
    void stop() {
        practice.close();
    }

    @Test
    void practiceControlsNeverVouchForTargetsOfTheFile() throws IOException {
        assertThat(controls("{\"practice\": true, " + TARGET + ", " + CONTROL + "}"))
                .containsExactly("uplink");
        assertThat(controls("{\"practice\": true, " + TARGET + "}")).isEmpty();
        assertThat(controls("{\"practice\": true, " + CONTROL + "}")).containsExactly("uplink");
    }

    @Test
    void practiceControlsServeWhereTheFileWatchesNothing() throws IOException {
        assertThat(controls("{\"practice\": true}"))
                .containsExactly("practice-control-1", "practice-control-2", "practice-control-3");
    }

    @Test
    void theFileIsWarnedOfTargetsWithoutControlsAndOnce() throws IOException {
        assertThat(good("{\"practice\": true, " + TARGET + "}").warnings())
                .singleElement()
                .asString()
                .contains("bot.json:1 targets: no controls: a failure of the bot's own network");
        assertThat(good("{" + TARGET + ", " + CONTROL + "}").warnings()).isEmpty();
        assertThat(good("{\"practice\": true}").warnings()).isEmpty();
    }

    @Test
    void everyNameOfThePracticeNetworkIsReservedWhileItIsOn() throws IOException {
        for (String id : PracticeNetwork.targetIds()) {
            assertThat(read("{\"practice\": true,\n \"targets\": [{\"id\": \"" + id
                                    + "\", \"tcp\": \"192.0.2.1:25\"}]}")
                            .toString())
                    .contains("bot.json:2 ")
                    .contains("targets[0].id")
                    .contains("\"" + id + "\" is the name of a practice target; choose another");
        }
        for (String id : PracticeNetwork.networkIds()) {
            assertThat(read("{\"practice\": true, \"networks\": [{\"id\": \"" + id + "\"}]}")
                            .toString())
                    .contains("\"" + id + "\" is the name of a practice network; choose another");
        }
    }

    @Test
    void nobodyIsAskedWhoseAddressesAreUnlessTheFileSaysSo() throws IOException {
        assertThat(declared("{\"practice\": true, " + TARGET + "}").grouping().lookup())
                .isEmpty();
        assertThat(declared("{\"grouping\": {\"lookup\": \"cymru\"}}")
                        .grouping()
                        .lookup())
                .contains(LookupZones.CYMRU);
    }

    private List<String> controls(String config) throws IOException {
        return declared(config).controls().stream().map(Control::name).toList();
    }

    private Declared declared(String config) throws IOException {
        ConfigReading.Good good = good(config);
        return new InForce(
                        folder.resolve("bot.json"),
                        good.settings(),
                        good.warnings(),
                        Optional.of(practice),
                        Instant.EPOCH,
                        List.of())
                .declared();
    }

    private ConfigReading.Good good(String config) throws IOException {
        return (ConfigReading.Good) read(config);
    }

    private ConfigReading read(String config) throws IOException {
        return Configs.reader().read(Files.writeString(folder.resolve("bot.json"), config));
    }
}
