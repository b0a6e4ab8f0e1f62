package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.Exchange;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is suggested while somebody types, best first. */
class AutocompleteTest {
    @TempDir
    Path folder;

    private DiscordStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new DiscordStage(folder);
        stage.start();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void whatIsDownComesFirstAndTheLatestOfItBeforeAll() {
        assertThat(values("why", "name", "")).containsExactly("mail", "portal", "tax");

        down("portal");
        assertThat(values("why", "name", "")).containsExactly("portal", "mail", "tax");

        down("tax");
        assertThat(values("why", "name", "")).containsExactly("tax", "portal", "mail");
    }

    @Test
    void whatCameBackLatelyStandsBetweenWhatIsDownAndWhatWasWellAllAlong() {
        down("portal");
        down("tax");
        stage.rig.dead.remove("tax");
        stage.rig.run(Duration.ofMinutes(2));

        assertThat(values("why", "name", "")).containsExactly("portal", "tax", "mail");
        assertThat(values("mute", "what", ""))
                .containsExactly("portal", "tax", "all", "network:gov", "tag:web", "mail");
    }

    @Test
    void howItBeginsCountsBeforeHowItIs() {
        stage.rig.declare(List.of(Samples.target("tax"), Samples.target("syntax"), Samples.target("taxi")));
        down("syntax");

        assertThat(values("why", "name", "tax")).containsExactly("tax", "taxi", "syntax");
        assertThat(values("why", "name", "the t")).containsExactly("tax", "taxi");
        assertThat(values("why", "name", "TAX")).containsExactly("tax", "taxi", "syntax");
        assertThat(values("why", "name", "nothing")).isEmpty();
    }

    @Test
    void networksAndTagsAreSuggestedAmongWhatIsDownAndWhatIsNot() {
        down("tax");

        assertThat(values("mute", "what", ""))
                .containsExactly("tax", "all", "network:gov", "tag:web", "mail", "portal");
        assertThat(values("mute", "what", "net")).containsExactly("network:gov");
        assertThat(values("mute", "what", "government")).containsExactly("network:gov");
        assertThat(values("mute", "what", "tag:")).containsExactly("tag:web");
    }

    @Test
    void theLatestIncidentComesFirst() {
        down("tax");
        down("mail");

        assertThat(choices("ack", "incident", ""))
                .extracting(Exchange.Choice::name)
                .containsExactly("#2 · The mail", "#1 · The tax");
        assertThat(values("ack", "incident", "the t")).hasSize(1);
    }

    @Test
    void noMoreAreSuggestedThanDiscordTakes() {
        stage.rig.declare(IntStream.rangeClosed(100, 299)
                .mapToObj(number -> Samples.target("service-" + number))
                .toList());

        assertThat(values("why", "name", "")).hasSize(25);
        assertThat(values("why", "name", "service-27")).hasSize(10).contains("service-270");
    }

    private void down(String target) {
        stage.rig.run(Duration.ofMinutes(1));
        stage.rig.dead.add(target);
        stage.rig.run(Duration.ofMinutes(2));
    }

    private List<String> values(String command, String option, String typed) {
        return choices(command, option, typed).stream()
                .map(Exchange.Choice::value)
                .toList();
    }

    private List<Exchange.Choice> choices(String command, String option, String typed) {
        return stage.discord
                .autocomplete(stage.admin, stage.channel, command, Map.of(option, typed), option)
                .choices();
    }
}
