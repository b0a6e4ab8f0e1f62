package dev.tocsin.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelReaderTest {
    @TempDir
    Path folder;

    @Test
    void aSubscriptionToAPlatformThatDoesNotExistIsAProblem() throws IOException {
        assertThat(problems("{\"subscriptions\": [\n {\"channel\": \"slack:x\"}]}"))
                .contains("bot.json:2 ")
                .contains("subscriptions[0].channel")
                .contains("no platform is called slack; expected one of console, discord, telegram");
    }

    @Test
    void aMistypedPlatformIsSuggested() throws IOException {
        assertThat(problems("{\"subscriptions\": [{\"channel\": \"telegarm:-100\"}]}"))
                .contains("no platform is called telegarm; did you mean telegram?");
    }

    @Test
    void operatorsAreHeldAgainstThePlatformsToo() throws IOException {
        assertThat(problems("{\"operators\": [\"console:main\", \"discrod:7\"]}"))
                .contains("operators[1]")
                .contains("did you mean discord?");
    }

    @Test
    void aPlatformThatIsNotConnectedToYetIsWarnedOf() throws IOException {
        ConfigReading.Good good = (ConfigReading.Good)
                read("{\"subscriptions\": [{\"channel\": \"console:main\"}, {\"channel\": \"telegram:-100\"}],"
                        + " \"operators\": [\"discord:7\"]}");

        assertThat(good.warnings())
                .hasSize(2)
                .anySatisfy(warning -> assertThat(warning)
                        .contains("subscriptions[1].channel: its notices wait: the file has no telegram.token"))
                .anySatisfy(warning ->
                        assertThat(warning).contains("operators[0]: its notices wait: the file has no discord.token"));
        assertThat(good.settings().subscriptions()).hasSize(2);
    }

    @Test
    void aDiscordChannelIsNamedByItsId() throws IOException {
        assertThat(problems("{\"subscriptions\": [{\"channel\": \"discord:#alerts\"}]}"))
                .contains("subscriptions[0].channel")
                .contains("\"#alerts\" is no id; expected discord: and the channel's id, a number");
    }

    @Test
    void nothingIsWarnedOfWhereDiscordIsConnected() throws IOException {
        ConfigReading.Good good = (ConfigReading.Good) read(
                "{\"discord\": {\"token\": \"${DISCORD}\"}," + " \"subscriptions\": [{\"channel\": \"discord:7\"}]}");

        assertThat(good.warnings()).isEmpty();
    }

    @Test
    void aTelegramChatIsNamedByItsIdAndATopicByBoth() throws IOException {
        assertThat(problems("{\"subscriptions\": [{\"channel\": \"telegram:@town\"}]}"))
                .contains("\"@town\" is no chat; expected telegram: and the chat's id");
        ConfigReading.Good good = (ConfigReading.Good) read("{\"telegram\": {\"token\": \"${DISCORD}\"},"
                + " \"subscriptions\": [{\"channel\": \"telegram:-100\"}, {\"channel\": \"telegram:-100/7\"}]}");
        assertThat(good.warnings()).isEmpty();
    }

    private String problems(String config) throws IOException {
        return ((ConfigReading.Bad) read(config)).problems().toString();
    }

    private ConfigReading read(String config) throws IOException {
        Path file = Files.writeString(folder.resolve("bot.json"), config);
        return new ConfigReader(name -> name.equals("DISCORD") ? Optional.of("a.b.c") : Optional.empty()).read(file);
    }
}
