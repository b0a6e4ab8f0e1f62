package dev.tocsin.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.Severity;
import dev.tocsin.core.target.Target;
import dev.tocsin.sample.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigReaderTest {
    private static final Path SCHEMA = Path.of("src/main/resources/bot-config.schema.json");

    @TempDir
    Path folder;

    private final ConfigReader reader =
            new ConfigReader(name -> name.equals("THERE") ? Optional.of("s3cret") : Optional.empty());

    static Stream<Path> shipped() {
        return Stream.of(Path.of("bot-config.json"), Path.of("docs/examples/government.json"));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedConfigIsGoodAndFitsTheSchema(Path file) throws IOException {
        assertThat(reader.read(file))
                .isInstanceOfSatisfying(
                        ConfigReading.Good.class,
                        good -> assertThat(good.warnings()).isEmpty());
        assertThat(schema().validate(plain(Files.readString(file)), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaFollowsFromTheShapes() {
        Golden.holds(SCHEMA, SchemaWriter.write());
    }

    @Test
    void theReferenceFollowsFromTheShapes() {
        Golden.holds(Path.of("docs/config-reference.md"), ReferenceWriter.write());
    }

    @Test
    void everyWrongConfigIsToldWithItsLineAndWhatWasExpected() throws IOException {
        StringBuilder table = new StringBuilder();
        for (String wrong : wrongConfigs()) {
            table.append(
                    wrong.length() > 400 ? wrong.substring(0, 60) + "… (" + wrong.length() + " characters)" : wrong);
            table.append('\n');
            ConfigReading reading = reader.read(file(wrong));
            assertThat(reading).as(wrong).isInstanceOf(ConfigReading.Bad.class);
            ((ConfigReading.Bad) reading)
                    .problems()
                    .forEach(problem -> table.append("    => ")
                            .append(problem.toString().replace(folder.toString() + "/", ""))
                            .append('\n'));
        }
        Golden.holds(Path.of("src/test/resources/config/wrong-configs.txt"), table.toString());
    }

    @Test
    void aBadUrlIsOneProblem() throws IOException {
        for (String url : List.of("https://x y/", "https://", "ftp://x.example/", "https:///path", "https://x|y/")) {
            ConfigReading reading = reader.read(file("{\"targets\": [{\"id\": \"x\", \"url\": \"" + url + "\"}]}"));
            assertThat(((ConfigReading.Bad) reading).problems()).as(url).hasSize(1);
        }
    }

    @Test
    void whatTheSchemaCanExpressItRefusesToo() throws IOException {
        for (String wrong : List.of(
                "{\"tragets\": []}",
                "{\"looks\": {\"shards\": 65}}",
                "{\"defaults\": {\"every\": 30}}",
                "{\"targets\": [{\"name\": \"x\", \"url\": \"https://x.example/\"}]}")) {
            assertThat(schema().validate(wrong, InputFormat.JSON)).as(wrong).isNotEmpty();
        }
    }

    @Test
    void aTargetTakesWhatItSaysAndTheRestFromItsNetworkAndTheDefaults() throws IOException {
        Settings settings = good("""
                {
                  "timezone": "Europe/Vienna", // a comment
                  "defaults": {"every": "1m", "confirm": {"failures": 5}},
                  "networks": [{"id": "gov", "asn": 5576, "timezone": "Europe/Tirane"}],
                  "targets": [
                    {"id": "portal", "url": "https://portal.example/x", "network": "gov", "tags": ["web"],
                     "expect": ["200", "301-302"], "severity": "high", "timeout": "3s",},
                    {"id": "mail", "tcp": "[2001:db8::1]:25"},
                  ],
                }
                """);
        Target portal = settings.targets().getFirst();
        Target mail = settings.targets().getLast();

        assertThat(portal.zone()).isEqualTo(ZoneId.of("Europe/Tirane"));
        assertThat(portal.pace().every()).isEqualTo(Duration.ofMinutes(1));
        assertThat(portal.pace().timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(portal.confirm()).isEqualTo(new Confirm.Count(5, 2, Duration.ofSeconds(5)));
        assertThat(portal.severity()).isEqualTo(Severity.HIGH);
        assertThat(((Check.Http) portal.check()).expectation().status()).hasToString("[200, 301-302]");
        assertThat(mail.zone()).isEqualTo(ZoneId.of("Europe/Vienna"));
        assertThat(mail.check()).isEqualTo(new Check.Tcp("2001:db8::1", 25));
    }

    @Test
    void secretsComeFromTheEnvironmentOrAFileAndAreNeverPrinted() throws IOException {
        Files.writeString(folder.resolve("token"), "  from-file\n");
        Settings settings =
                good("{\"discord\": {\"token\": \"${THERE}\"}, \"telegram\": {\"token\": \"${file:token}\"}}");

        assertThat(settings.platforms().discord().orElseThrow().token().reveal())
                .isEqualTo("s3cret");
        assertThat(settings.platforms().telegram().orElseThrow().token().reveal())
                .isEqualTo("from-file");
        assertThat(settings.toString())
                .doesNotContain("s3cret")
                .doesNotContain("from-file")
                .contains("***");
    }

    @Test
    void aMissingFileAndAFileThatIsNoTextAreProblemsToo() throws IOException {
        Path bytes = folder.resolve("bytes.json");
        Files.write(bytes, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThat(reader.read(folder.resolve("none.json")).toString()).contains("no such file");
        assertThat(reader.read(bytes).toString()).contains("not UTF-8");
        assertThat(reader.read(folder)).isInstanceOf(ConfigReading.Bad.class);
    }

    @Test
    void theStoreStandsBesideTheConfig() throws IOException {
        assertThat(good("{}").general().store()).isEqualTo(folder.resolve("data/tocsin.db"));
    }

    @Test
    void aChangeIsReadOnceItIsSteadyAndOnlyOnce() throws IOException {
        Path file = file("{}");
        ConfigWatch watch = ConfigWatch.begin(file, reader).watch();
        assertThat(watch.check()).isEmpty();
        Files.writeString(file, "{\"vantage\": \"half");
        assertThat(watch.check()).isEmpty();
        Files.writeString(file, "{\"vantage\": \"whole\"}");
        assertThat(watch.check()).isEmpty();
        assertThat(watch.check()).get().isInstanceOf(ConfigReading.Good.class);
        assertThat(watch.check()).isEmpty();
        Files.delete(file);
        watch.check();
        watch.check();
        assertThat(watch.check()).as("gone for a moment only").isEmpty();
        assertThat(watch.check()).get().isInstanceOf(ConfigReading.Bad.class);
        assertThat(watch.check()).isEmpty();
    }

    private static List<String> wrongConfigs() {
        List<String> wrong = new ArrayList<>(List.of(
                "",
                "   // only a comment",
                "[]",
                "42",
                "{\"timezone\": \"UTC\"",
                "{\"timezone\": \"UTC\"} {}",
                "{timezone: \"UTC\"}",
                "{\"tragets\": []}",
                "{\"Timezone\": \"UTC\"}",
                "{\"timezone\": \"Mars/Olympus\"}",
                "{\"timezone\": 2}",
                "{\"timezone\": \"UTC\", \"timezone\": \"UTC\"}",
                "{\"vantage\": \"a\\nb\"}",
                "{\"defaults\": {\"every\": 30}}",
                "{\"defaults\": {\"every\": \"0s\"}}",
                "{\"defaults\": {\"every\": \"30 seconds\"}}",
                "{\"defaults\": {\"every\": \"5s\"}}",
                "{\"defaults\": {\"confirm\": {\"failures\": 0, \"succeses\": 2}}}",
                "{\"practice\": \"yes\"}",
                "{\"console\": {\"colour\": \"red\"}}",
                "{\"looks\": {\"inFlight\": 1e3, \"shards\": 999999999999999999999}}",
                "{\"looks\": {\"shards\": NaN}}",
                "{\"discord\": {\"token\": \"${NOT_THERE}\"}, \"telegram\": {\"token\": \"${file:not-there}\"}}",
                "{\"discord\": {}}",
                "{\"admins\": [\"ana\"]}",
                "{\"controls\": [{\"name\": \"a\", \"tcp\": \"a:1\"}, {\"name\": \"a\", \"tcp\": \"a\"}]}",
                "{\"networks\": [{\"id\": \"Gov\"}, {\"id\": \"x\", \"asn\": -1}]}",
                "{\"networks\": [{\"id\": \"a\", \"prefixes\": [\"10/8\", \"10.20.0.0/16\"]},\n {\"id\": \"b\", \"prefixes\": [\"10.20.3.4/16\", 7], \"operater\": \"x\"}]}",
                "{\"grouping\": {\"lookup\": \"whois\", \"shared\": [\"13335\", \"AS0\", \"AS4294967295\", \"AS13335\"],\n \"zones\": {\"origin\": \"a b\"}, \"resolver\": \"x:y:z\"}}",
                "{\"targets\": {\"id\": \"x\"}}",
                "{\"targets\": [\"x\"]}",
                "{\"targets\": [{\"id\": \"x\"}]}",
                "{\"targets\": [{\"url\": \"https://x.example/\"}]}",
                "{\"targets\": [{\"id\": \"x\", \"url\": \"https://x.example/\", \"tcp\": \"x:1\"}]}",
                "{\"targets\": [{\"id\": \"x\", \"url\": \"ftp://x.example/\"}]}",
                "{\"targets\": [{\"id\": \"x\", \"url\": \"https:///path\"}]}",
                "{\"targets\": [{\"id\": \"x\", \"url\": \"https://me:pw@x.example/\"}]}",
                "{\"targets\": [{\"id\": \"x\", \"url\": \"https://x y/\"}]}",
                "{\"targets\": [{\"id\": \"x\", \"tcp\": \"x.example:0\"}]}",
                "{\"targets\": [{\"id\": \"x\", \"tcp\": \"x.example:65536\"}]}",
                "{\"targets\": [{\"id\": \"x\", \"tcp\": \"2001:db8::1:80\"}]}",
                "{\"targets\": [{\"id\": \"x\", \"tcp\": \"x:1\", \"expect\": \"200\"}]}",
                "{\"targets\": [{\"id\": \"x\", \"url\": \"https://x.example/\", \"expect\": [\"399-200\", 200]}]}",
                "{\"targets\": [{\"id\": \"x\", \"tcp\": \"x:1\", \"network\": \"gov\"}]}",
                "{\"targets\": [{\"id\": \"x\", \"tcp\": \"x:1\"}, {\"id\": \"x\", \"tcp\": \"x:2\"}]}",
                "{\"targets\": [{\"id\": \"x\", \"tcp\": \"x:1\", \"every\": \"5s\"}]}",
                "{\"targets\": [{\"id\": \"x\", \"tcp\": \"x:1\", \"severty\": \"high\"}]}",
                "{\"subscriptions\": [{\"channel\": \"console\"}]}",
                "{\"subscriptions\": [{\"channel\": \"slack:x\"}, {\"channel\": \"discrod:7\"}]}",
                "{\"subscriptions\": [{\"channel\": \"console:main\", \"to\": \"nobody\"}]}",
                "{\"subscriptions\": [{\"channel\": \"console:main\", \"to\": \"network:gvo\"}],\n \"networks\": [{\"id\": \"gov\"}]}",
                "{\"retention\": {\"looks\": \"1s\"}}",
                "{\n  \"timezone\": \"Nowhere\",\n  \"tragets\": [],\n  \"targets\": [\n    {\"id\": \"x\",\n     \"every\": \"soon\"}\n  ]\n}",
                "[".repeat(100)));
        wrong.addAll(WrongTargets.ALL);
        wrong.add("{\"vantage\": \"" + "v".repeat(5_000_000) + "\"}");
        return wrong;
    }

    private Settings good(String text) throws IOException {
        ConfigReading reading = reader.read(file(text));
        assertThat(reading).isInstanceOf(ConfigReading.Good.class);
        return ((ConfigReading.Good) reading).settings();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("bot-config.json"), text);
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA));
    }

    /** The same config as strict JSON. */
    private static String plain(String text) throws IOException {
        JsonNode node = JsonMapper.builder()
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
                .build()
                .readTree(text);
        return node.toString();
    }
}
