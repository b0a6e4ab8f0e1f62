package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.FakeError;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Manner;
import java.util.List;
import java.util.stream.LongStream;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edits and calls that Discord does not take as they are. */
class EditTroubleTest {
    private static final String EDIT = "/channels/{channel}/messages/{message}";
    private static final Message OVER = Message.of(Tone.GOOD, "api is over");

    private OutStage stage;
    private long channel;

    @BeforeEach
    void open() throws Exception {
        stage = OutStage.connected();
        channel = stage.guild.text("alerts");
        stage.awaitConnected(channel);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void whereEmbedsAreForbiddenWordsTakeTheMessagesPlace() {
        stage.guild.botMayNot(channel, Permission.MESSAGE_EMBED_LINKS);
        stage.awaitLack(channel, Permission.MESSAGE_EMBED_LINKS);
        Receipt outage = stage.sent(channel);

        assertThat(stage.amend(channel, outage, OVER)).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(stage.last(channel).content()).contains("api is over");
    }

    @Test
    void anEditThatIsForbiddenAsItIsIsMadeInWords() {
        Receipt outage = stage.sent(channel);
        stage.discord.script().on("PATCH", EDIT).error(FakeError.MISSING_PERMISSIONS);

        assertThat(stage.amend(channel, outage, OVER)).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(stage.last(channel).content()).contains("api is over");
    }

    @Test
    void whatAnotherBotSentIsNotTriedForEver() {
        Receipt outage = stage.sent(channel);
        stage.discord.script().on("PATCH", EDIT).error(FakeError.NOT_THE_AUTHOR);

        assertThat(stage.amend(channel, outage, OVER)).isInstanceOf(DeliveryResult.Rejected.class);
    }

    @Test
    void oneWordThatTheChannelIsGoneDoesNotEndTheEdits() {
        Receipt outage = stage.sent(channel);
        stage.discord.script().on("PATCH", EDIT).error(FakeError.UNKNOWN_CHANNEL);

        assertThat(stage.amend(channel, outage, OVER)).isInstanceOf(DeliveryResult.Deferred.class);
        assertThat(stage.amend(channel, outage, OVER)).isInstanceOf(DeliveryResult.Delivered.class);
    }

    @Test
    void aNoticeThatCallsMoreThanFitArrives() {
        callsMoreThanFit();
    }

    private void callsMoreThanFit() {
        List<Manner.Mention> many = LongStream.rangeClosed(1, 150)
                .mapToObj(i ->
                        new Manner.Mention(Manner.Mention.Kind.USER, Long.toString(1_000_000_000_000_000_000L + i)))
                .toList();
        stage.manner = new Manner(Manner.Following.REPLY, many);

        assertThat(stage.send(channel)).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(stage.last(channel).text()).contains("api is down", "110 more are not called");
    }

    @Test
    void aNoticeInWordsThatCallsMoreThanFitArrives() {
        stage.guild.botMayNot(channel, Permission.MESSAGE_EMBED_LINKS);
        stage.awaitLack(channel, Permission.MESSAGE_EMBED_LINKS);
        callsMoreThanFit();
    }
}
