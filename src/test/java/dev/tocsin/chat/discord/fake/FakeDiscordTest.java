package dev.tocsin.chat.discord.fake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.NewsChannel;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fake's REST side, as a plain JDA meets it. */
class FakeDiscordTest {
    private FakeDiscord discord;
    private Guild guild;
    private long text;
    private FakeBot bot;

    @BeforeEach
    void open() throws Exception {
        discord = new FakeDiscord();
        guild = discord.guild("Harbour");
        text = guild.text("alerts");
        bot = new FakeBot(discord);
    }

    @AfterEach
    void close() throws Exception {
        bot.close();
        discord.close();
    }

    private TextChannel channel() {
        return requireNonNull(bot.jda().getTextChannelById(text));
    }

    private static MessageCreateBuilder quiet(String content) {
        return new MessageCreateBuilder()
                .setContent(content)
                .setAllowedMentions(EnumSet.noneOf(Message.MentionType.class))
                .mentionRepliedUser(false);
    }

    @Test
    void aBotSeesItsGuildsWithTheirChannels() {
        long forum = guild.forum("incidents");
        long news = guild.announcement("news");
        long thread = guild.thread(text, "yesterday");
        JDA jda = bot.jda();
        discord.await(Duration.ofSeconds(5), "the thread", () -> jda.getThreadChannelById(thread) != null);

        assertThat(jda.getGuilds())
                .extracting(net.dv8tion.jda.api.entities.Guild::getName)
                .containsExactly("Harbour");
        assertThat(jda.getForumChannelById(forum)).isNotNull();
        assertThat(jda.getNewsChannelById(news)).isNotNull();
        assertThat(discord.line().identifies()).isEqualTo(1);
    }

    @Test
    void aMessageArrivesWithAllItCarriesAndIsEdited() {
        byte[] picture = {1, 2, '\r', '\n', '-', '-', 3};
        MessageCreateData data = quiet("api is down")
                .setEmbeds(new EmbedBuilder()
                        .setTitle("api")
                        .setImage("attachment://chart.png")
                        .build())
                .setComponents(ActionRow.of(Button.primary("ack:1", "Acknowledge")))
                .setFiles(FileUpload.fromData(picture, "chart.png").setDescription("a chart"))
                .build();
        Message sent = channel().sendMessage(data).setNonce("n1").complete();
        channel().editMessageById(sent.getIdLong(), "api is up").complete();

        Posted posted = discord.messages(text).getFirst();
        assertThat(posted.content()).isEqualTo("api is up");
        assertThat(posted.embed(0).path("title").asText()).isEqualTo("api");
        assertThat(posted.files().getFirst().bytes()).isEqualTo(picture);
        assertThat(posted.json().at("/attachments/0/description").asText()).isEqualTo("a chart");
        assertThat(posted.components().at("/0/components/0/custom_id").asText()).isEqualTo("ack:1");
        assertThat(posted.nonce()).contains("n1");
        assertThat(posted.edits()).isEqualTo(1);
    }

    @Test
    void mentionsThatMayPingAreSeen() {
        channel().sendMessage(quiet("@everyone").build()).complete();
        channel()
                .sendMessage(new MessageCreateBuilder()
                        .setContent("@everyone")
                        .setAllowedMentions(EnumSet.of(Message.MentionType.EVERYONE))
                        .build())
                .complete();

        assertThat(discord.messages(text)).extracting(Posted::mayPing).containsExactly(false, true);
    }

    @Test
    void messagesAreAnsweredPinnedCrosspostedAndDeleted() {
        NewsChannel news = requireNonNull(bot.jda().getNewsChannelById(announcement()));
        Message first = news.sendMessage(quiet("one").build()).complete();
        Message second = news.sendMessage(quiet("two").build())
                .setMessageReference(first)
                .complete();
        first.pin().complete();
        first.crosspost().complete();
        second.createThreadChannel("two, at length").complete();
        Message third = news.sendMessage(quiet("three").build()).complete();
        third.delete().complete();

        List<Posted> posted = discord.messages(news.getIdLong());
        assertThat(posted).extracting(Posted::content).containsExactly("one", "two");
        assertThat(posted.get(0).pinned()).isTrue();
        assertThat(posted.get(0).crossposted()).isTrue();
        assertThat(posted.get(1).repliesTo()).hasValue(first.getIdLong());
        assertThat(posted.get(1).thread()).hasValue(second.getIdLong());
    }

    private long announcement() {
        long news = guild.announcement("news");
        discord.await(Duration.ofSeconds(5), "the channel", () -> bot.jda().getNewsChannelById(news) != null);
        return news;
    }

    @Test
    void aForumPostIsAThreadWithItsFirstMessage() {
        long forum = guild.forum("incidents");
        discord.await(Duration.ofSeconds(5), "the forum", () -> bot.jda().getForumChannelById(forum) != null);
        long thread = requireNonNull(bot.jda().getForumChannelById(forum))
                .createForumPost("api", quiet("is down").build())
                .complete()
                .getThreadChannel()
                .getIdLong();
        requireNonNull(bot.jda().getThreadChannelById(thread))
                .sendMessage(quiet("is up").build())
                .complete();

        assertThat(discord.messages(thread)).extracting(Posted::content).containsExactly("is down", "is up");
    }

    @Test
    void aDirectMessageReachesTheOwner() {
        long owner = guild.owner().id();
        bot.jda()
                .openPrivateChannelById(owner)
                .complete()
                .sendMessage(quiet("hello").build())
                .complete();

        assertThat(discord.messages(discord.direct(guild.owner())))
                .extracting(Posted::content)
                .containsExactly("hello");
    }

    @Test
    void tooManyRequestsComeBackToWhoDoesNotWait() {
        Rule rule = discord.script().onMessages().tooMany(TooMany.route(Duration.ofMillis(1400)));

        assertThatThrownBy(() -> channel().sendMessage(quiet("one").build()).complete(false))
                .isInstanceOfSatisfying(
                        RateLimitedException.class,
                        limited -> assertThat(limited.getRetryAfter()).isEqualTo(2000));
        assertThat(rule.hits()).isEqualTo(1);
        assertThat(discord.messages(text)).isEmpty();
    }

    @Test
    void aMessageWhoseAnswerWasLostIsNotPostedTwice() {
        discord.script().onMessages().cutAfter();
        channel().sendMessage(quiet("api is down").build()).setNonce("7").complete();
        channel().sendMessage(quiet("api is down").build()).setNonce("7").complete();

        assertThat(discord.messages(text)).extracting(Posted::content).containsExactly("api is down");
        assertThat(discord.requests("POST", "/channels/{channel}/messages"))
                .extracting(Recorded::status)
                .containsExactly(Recorded.CUT, 200, 200);
    }

    @Test
    void aConnectionCutBeforeTheEffectPostsNothing() {
        discord.script().onMessages().always().cutBefore();

        assertThatThrownBy(() -> channel().sendMessage(quiet("x").build()).complete())
                .isInstanceOf(ErrorResponseException.class);
        assertThat(discord.messages(text)).isEmpty();
    }

    @Test
    void errorsAreDiscords() {
        discord.script().onMessagesTo(text).error(FakeError.MISSING_ACCESS);
        assertThat(refusal("x")).isEqualTo(ErrorResponse.MISSING_ACCESS);

        TextChannel known = channel();
        discord.script().onMessagesTo(text).error(FakeError.UNKNOWN_CHANNEL);
        assertThat(refusal("x")).isEqualTo(ErrorResponse.UNKNOWN_CHANNEL);

        assertThatThrownBy(() -> known.editMessageById(5, "x").complete())
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        error -> assertThat(error.getErrorResponse()).isEqualTo(ErrorResponse.UNKNOWN_MESSAGE));
    }

    private ErrorResponse refusal(String content) {
        try {
            channel().sendMessage(quiet(content).build()).complete();
        } catch (ErrorResponseException e) {
            return e.getErrorResponse();
        }
        throw new AssertionError("posted");
    }

    @Test
    void permissionsAreTheGuildsAndTheChannels() {
        guild.botMayNot(text, Permission.MESSAGE_SEND);
        discord.await(Duration.ofSeconds(5), "no permission", () -> !channel().canTalk());
        int status = new RawRequest(discord).post("/channels/" + text + "/messages", "{\"content\":\"x\"}");
        assertThat(status).isEqualTo(403);

        guild.botMay(text, Permission.MESSAGE_SEND);
        discord.await(Duration.ofSeconds(5), "permission", () -> channel().canTalk());
        channel().sendMessage(quiet("x").build()).complete();
    }

    @Test
    void whatDiscordWouldRefuseIsRefusedAndAFault() {
        RawRequest raw = new RawRequest(discord);
        String path = "/channels/" + text + "/messages";
        String longest = "a".repeat(2001);
        assertThat(raw.post(path, "{\"content\":\"" + longest + "\"}")).isEqualTo(400);
        assertThat(raw.post(path, "{\"content\":\"x\",\"nonce\":\"12345678901234567890123456\"}"))
                .isEqualTo(400);
        assertThat(raw.post("/nowhere", "{}")).isEqualTo(404);

        assertThat(discord.takeFaults())
                .anyMatch(fault -> fault.contains("content: Must be 2000"))
                .anyMatch(fault -> fault.contains("nonce: Must be 25"))
                .anyMatch(fault -> fault.contains("no such route: POST /nowhere"));
    }

    @Test
    void aChannelsLimitTakesFiveMessagesInItsWindow() {
        discord.buckets().perChannel(Duration.ofMinutes(10));
        RawRequest raw = new RawRequest(discord);
        String path = "/channels/" + text + "/messages";
        for (int i = 0; i < 5; i++) {
            assertThat(raw.post(path, "{\"content\":\"x\"}")).isEqualTo(200);
        }
        assertThat(raw.post(path, "{\"content\":\"x\"}")).isEqualTo(429);
        assertThat(discord.messages(text)).hasSize(5);
    }

    @Test
    void registeredCommandsAreKept() {
        bot.jda()
                .updateCommands()
                .addCommands(net.dv8tion.jda.api.interactions.commands.build.Commands.slash("status", "What is down"))
                .complete();
        assertThat(discord.commands().global())
                .extracting(each -> each.path("name").asText())
                .containsExactly("status");
        assertThat(discord.requests("PUT", "/applications/{application}/commands"))
                .hasSize(1);
        assertThat(bot.jda().retrieveCommands().complete()).hasSize(1);
    }

    @Test
    void aWrongTokenIsRefused() throws Exception {
        assertThatThrownBy(() -> new FakeBot(discord, "wrong", event -> {}))
                .isInstanceOf(net.dv8tion.jda.api.exceptions.InvalidTokenException.class);
        assertThat(discord.requests("GET", "/users/@me").getLast().status()).isEqualTo(401);
    }
}
