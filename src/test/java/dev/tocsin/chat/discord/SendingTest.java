package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.Posted;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.util.Map;
import java.util.OptionalLong;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What arrives where, and in which form. */
class SendingTest {
    private OutStage stage;
    private long text;

    @BeforeEach
    void open() throws Exception {
        stage = OutStage.connected();
        text = stage.guild.text("alerts");
        stage.awaitConnected(text);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static Place place(Receipt receipt) {
        return Place.parse(receipt).orElseThrow();
    }

    private Receipt delivered(DeliveryResult result) {
        assertThat(result).isInstanceOf(DeliveryResult.Delivered.class);
        return ((DeliveryResult.Delivered) result).receipt();
    }

    @Test
    void aNoticeArrivesInColourAndPingsNobody() {
        Receipt receipt = stage.sent(text);

        Posted posted = stage.last(text);
        assertThat(posted.embed(0).path("description").asText()).contains("api is down");
        assertThat(posted.embed(0).path("color").asInt()).isEqualTo(0xD55E00);
        assertThat(posted.mayPing()).isFalse();
        assertThat(place(receipt)).isEqualTo(new Place(text, posted.id()));
    }

    @Test
    void aReplyAnswersTheOutage() {
        Receipt outage = stage.sent(text);

        delivered(stage.reply(text, outage));
        assertThat(stage.last(text).repliesTo())
                .isEqualTo(OptionalLong.of(place(outage).message()));
    }

    @Test
    void whereTheOutagesMessageWasDeletedTheEndIsSentAnew() {
        Receipt outage = stage.sent(text);
        stage.discord.erase(place(outage).message());

        delivered(stage.reply(text, outage));
        assertThat(stage.last(text).repliesTo()).isEmpty();
    }

    @Test
    void withoutTheHistoryTheEndIsSentAnew() {
        Receipt outage = stage.sent(text);
        stage.guild.botMayNot(text, Permission.MESSAGE_HISTORY);
        stage.awaitLack(text, Permission.MESSAGE_HISTORY);

        delivered(stage.reply(text, outage));
        assertThat(stage.last(text).repliesTo()).isEmpty();
    }

    @Test
    void inAForumAnOutageIsAPostAndItsEndFollowsInIt() {
        long forum = stage.guild.forum("incidents");
        stage.awaitConnected(forum);

        Receipt outage = stage.sent(forum);
        long post = place(outage).channel();
        assertThat(post).isNotEqualTo(forum);
        delivered(stage.reply(forum, outage));

        assertThat(stage.discord.messages(post)).hasSize(2);
        assertThat(stage.last(post).repliesTo())
                .isEqualTo(OptionalLong.of(place(outage).message()));
    }

    @Test
    void anArchivedPostIsWoken() {
        long forum = stage.guild.forum("incidents");
        stage.awaitConnected(forum);
        Receipt outage = stage.sent(forum);
        long post = place(outage).channel();
        stage.guild.archive(post);

        delivered(stage.reply(forum, outage));
        assertThat(stage.discord.messages(post)).hasSize(2);
    }

    @Test
    void anArchivedThreadThatTheBotHasNotSeenIsWoken() {
        long thread = stage.guild.thread(text, "yesterday");
        stage.guild.archive(thread);
        stage.reopen(stage.discord.token());
        stage.awaitConnected(text);

        Receipt first = stage.sent(thread);
        delivered(stage.reply(thread, first));
        assertThat(stage.last(thread).repliesTo())
                .isEqualTo(OptionalLong.of(place(first).message()));
    }

    @Test
    void whereThePostWasDeletedTheEndIsAPostOfItsOwn() {
        long forum = stage.guild.forum("incidents");
        stage.awaitConnected(forum);
        Receipt outage = stage.sent(forum);
        stage.guild.delete(place(outage).channel());

        assertThat(stage.sendOnceBelieved(place(outage).channel())).isInstanceOf(DeliveryResult.Gone.class);
        Receipt end = delivered(stage.reply(forum, outage));
        assertThat(place(end).channel()).isNotIn(forum, place(outage).channel());
    }

    @Test
    void whatIsAnnouncedIsPublished() {
        long news = stage.guild.announcement("news");
        stage.awaitConnected(news);

        stage.sent(news);
        stage.discord.await(
                OutStage.SOON,
                "published",
                () -> stage.discord.messages(news).getLast().crossposted());
    }

    @Test
    void whatCannotBePublishedIsThereAllTheSame() {
        long news = stage.guild.announcement("news");
        stage.awaitConnected(news);
        stage.discord
                .script()
                .on("POST", "/channels/{channel}/messages/{message}/crosspost")
                .status(500);

        delivered(stage.send(news));
        assertThat(stage.discord.messages(news)).hasSize(1);
    }

    @Test
    void voiceAndStageChannelsHaveAChatAndCategoriesHaveNone() {
        stage.guild.botMay(Permission.VOICE_CONNECT);
        long voice = stage.guild.voice("bridge");
        long assembly = stage.guild.stage("assembly");
        stage.awaitConnected(assembly);

        delivered(stage.send(voice));
        delivered(stage.send(assembly));
        assertThat(stage.send(stage.guild.category("rooms")))
                .isEqualTo(new DeliveryResult.Rejected("nobody can write in a Discord channel of the kind category"));
    }

    @Test
    void whereEmbedsAreForbiddenWordsArrive() {
        stage.guild.botMayNot(text, Permission.MESSAGE_EMBED_LINKS);
        stage.awaitLack(text, Permission.MESSAGE_EMBED_LINKS);

        delivered(stage.send(text));
        assertThat(stage.last(text).content()).contains("api is down");
        assertThat(stage.last(text).embeds()).isEmpty();
    }

    @Test
    void whereFilesAreForbiddenTheNoticeSaysSo() {
        stage.guild.botMayNot(text, Permission.MESSAGE_ATTACH_FILES);
        stage.awaitLack(text, Permission.MESSAGE_ATTACH_FILES);

        delivered(stage.send(text, withFiles(2), "k"));
        assertThat(stage.last(text).files()).isEmpty();
        assertThat(stage.last(text).text()).contains("(2 files are left out: the bot may not attach files here.)");
    }

    @Test
    void filesBeyondTenAreCounted() {
        delivered(stage.send(text, withFiles(12), "k"));

        assertThat(stage.last(text).files()).hasSize(10);
        assertThat(stage.last(text).text()).contains("(2 files are left out: Discord takes no more in one message.)");
    }

    @Test
    void theLongestNoticeSaysHowMuchIsLeftOut() {
        Message message = Message.of(Tone.ALERT, "down")
                .and(new Block.Fixed("0123456789\n".repeat(1_000)))
                .and(new Block.Paragraph(dev.tocsin.core.message.Line.of("😀".repeat(3_000))));

        delivered(stage.send(text, message, "rich"));
        assertThat(stage.last(text).text()).containsPattern("… and \\d+ more lines");
        stage.guild.botMayNot(text, Permission.MESSAGE_EMBED_LINKS);
        stage.awaitLack(text, Permission.MESSAGE_EMBED_LINKS);
        delivered(stage.send(text, message, "plain"));
        assertThat(stage.last(text).content()).containsPattern("… and \\d+ more lines");
    }

    @Test
    void aCommandIsAnswered() {
        var exchange = stage.discord.slash(stage.guild.owner(), text, "ping", Map.of());

        assertThat(exchange.answer().text()).contains("pong");
    }

    private static Message withFiles(int n) {
        Message message = Message.of(Tone.ALERT, "api is down");
        for (int i = 0; i < n; i++) {
            message = message.and(new Block.Document("look-" + i + ".txt", "look " + i));
        }
        return message;
    }
}
