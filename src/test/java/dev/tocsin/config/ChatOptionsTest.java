package dev.tocsin.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tocsin.command.TargetNotation.Reading;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What chat may say of a check, and what it may not. */
class ChatOptionsTest {
    private static final String[] TARGETS = {
        "id=a|url=https://a.example/?x=1|method=POST|body=x|redirects=0|http=2|expect=200,301-302|contains=a, b|lacks=c"
                + "|matches=d{1,2}|verify=false|leastTls=1.3|alpn=h2|leastDays=14|warnDays=30,7|addresses=6"
                + "|resolver=https://dns.example/q|proxy=http://proxy.example:3128|slow=2s",
        "id=b|url=http://b.example/",
        "id=c|tcp=c.example:8443|startTls=xmpp|send=a\\r\\n\\x00|reply=^b|leastDays=3|addresses=4",
        "id=d|tls=[2606:4700::1]:443|startTls=postgres|verify=false|warnDays=1|slow=250ms",
        "id=e|dns=_dmarc.example.org|type=TXT|rcode=NXDOMAIN|contains=v=|matches=p=.*|resolver=9.9.9.9",
        "id=f|icmp=f.example|count=5|mostLost=20|resolver=system|every=1h30m|failures=7|tags=x,y"
    };

    @TempDir
    Path folder;

    private ConfigTargetNotation notation;

    @BeforeEach
    void open() throws IOException {
        notation = notation("{}");
    }

    @Test
    void spellingAnyTargetOutAndReadingItGivesItBack() throws IOException {
        for (String config : List.of("{}", "{\"defaults\": {\"resolver\": \"8.8.8.8\"}}")) {
            notation = notation(config);
            for (String typed : TARGETS) {
                Target target = read(typed);
                assertThat(read(notation.spell(target))).as(typed).isEqualTo(target);
                assertThat(notation.spell(target)).as(typed).containsAllEntriesOf(keys(typed));
            }
        }
    }

    @Test
    void anEditFromAnyTargetToAnyOtherAndItsUndoMeetInTheSamePlace() {
        for (String first : TARGETS) {
            for (String second : TARGETS) {
                Target from = read(first);
                Target to = read(second.replaceFirst("id=.", "id=" + from.id()));
                Target edited = ((Reading.Read) notation.edit(from, notation.difference(from, to))).target();
                assertThat(edited).as(first + " to " + second).isEqualTo(to);
            }
        }
    }

    @Test
    void whatIsExportedFitsTheSchemaAndReadsBackAsTheSameChecks() throws IOException {
        List<Target> targets = Arrays.stream(TARGETS).map(this::read).toList();
        String config = "{\"targets\": " + notation.write(targets) + "}";

        assertThat(settings(config).targets())
                .extracting(Target::check)
                .isEqualTo(targets.stream().map(Target::check).toList());
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(SchemaWriter.write())
                        .validate(config, InputFormat.JSON))
                .isEmpty();
        assertThat(config).contains("\"verify\" : false", "\"leastDays\" : 14", "\"count\" : 5");
    }

    @Test
    void anotherKindDropsTheOptionsOfTheOldOneAndKeepsTheWayThere() {
        Target dns = ((Reading.Read) notation.edit(read(TARGETS[0]), Map.of("dns", "a.example"))).target();

        assertThat(notation.spell(dns))
                .containsEntry("dns", "a.example")
                .containsEntry("resolver", "https://dns.example:443/q")
                .containsEntry("slow", "2s")
                .doesNotContainKeys("url", "contains", "matches", "proxy", "expect", "verify");
        assertThat(((Check.Dns) dns.check()).expectation().contains()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id=a|heartbeat=0123456789abcdef|within=1h",
                "id=a|url=https://a.example/|login=me",
                "id=a|url=https://a.example/|headers=X",
                "id=a|url=https://a.example/|json=X",
                "id=a|url=https://a.example/|expectHeaders=X",
                "id=a|url=https://a.example/|clientCertificate=/etc/key.p12",
                "id=a|url=https://a.example/|contains=${THERE}",
                "id=a|url=https://a.example/${THERE}",
                "id=a|url=https://a.example/|name=${file:/etc/passwd}",
                "id=${THERE}|tcp=a.example:443|send=x${file:/etc/passwd}"
            })
    void onlyTheConfigFileHoldsSecretsFilesAndObjects(String typed) {
        assertThat(wrong(typed))
                .anySatisfy(text -> assertThat(text)
                        .contains("only the config file may hold")
                        .doesNotContain("0123456789abcdef"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id=a|url=http://127.0.0.1/",
                "id=a|tcp=0x7f.1:443",
                "id=a|url=http://169.254.169.254/latest/meta-data/",
                "id=a|tcp=[::ffff:10.0.0.1]:443",
                "id=a|tcp=a.example:25",
                "id=a|tls=192.168.1.1:443",
                "id=a|icmp=10.1.2.3",
                "id=a|url=https://a.example/|proxy=http://10.0.0.1:3128",
                "id=a|dns=a.example|resolver=tls://127.0.0.53",
                "id=a|url=https://a.example/|resolver=localhost"
            })
    void whatChatMayNotPointAtIsRefusedWithWhatOpensIt(String typed) {
        assertThat(wrong(typed))
                .anySatisfy(text -> assertThat(text).contains("security.allow in the config opens ranges"));
    }

    @Test
    void anEditIsUnderTheSamePolicyAndTheConfigOpensIt() throws IOException {
        Target target = read("id=a|tcp=a.example:443");
        assertThat(notation.edit(target, Map.of("tcp", "10.0.0.1:443"))).isInstanceOf(Reading.Wrong.class);

        notation = notation("{\"security\": {\"allow\": [\"10.0.0.0/8\"], \"ports\": [25]}}");
        assertThat(read("id=a|tcp=10.0.0.1:25").check().address()).isEqualTo("10.0.0.1:25");
    }

    @Test
    void aKeyOfAnotherKindSaysWhoseItIs() {
        assertThat(wrong("id=a|icmp=a.example|contains=x|leastDays=many"))
                .contains(
                        "contains belongs to \"url\", \"dns\"; \"icmp\" has no such option",
                        "leastDays is the text \"many\"; expected a whole number from 0 to 400");
    }

    @Test
    void whatIsOfferedIsNeitherAnObjectNorASecret() {
        assertThat(notation.keys())
                .contains("url", "icmp", "warnDays", "failures", "resolver")
                .doesNotContain("login", "headers", "json", "expectHeaders", "clientCertificate", "heartbeat", "within")
                .doesNotContain("confirm");
    }

    private static Map<String, String> keys(String typed) {
        return Arrays.stream(typed.split("\\|", -1))
                .filter(pair -> !pair.startsWith("resolver="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private Target read(String typed) {
        return read(Arrays.stream(typed.split("\\|", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }

    private Target read(Map<String, String> keys) {
        assertThat(notation.read(keys)).as(keys.toString()).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) notation.read(keys)).target();
    }

    private List<String> wrong(String typed) {
        Reading reading = notation.read(Arrays.stream(typed.split("\\|", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
        assertThat(reading).isInstanceOf(Reading.Wrong.class);
        return ((Reading.Wrong) reading).problems();
    }

    private ConfigTargetNotation notation(String config) throws IOException {
        Settings settings = settings(config);
        return new ConfigTargetNotation(() -> settings, List::of);
    }

    private Settings settings(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bot-config.json"), text);
        ConfigReading reading = new ConfigReader(name -> Optional.of("from the environment")).read(file);
        assertThat(reading).isInstanceOf(ConfigReading.Good.class);
        return ((ConfigReading.Good) reading).settings();
    }
}
