package dev.tocsin.chat.telegram.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatAdministrators;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.PinChatMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** The fake's methods, as a plain TelegramBots meets them. */
class FakeTelegramTest {
    private FakeTelegram telegram;
    private PlainBot bot;
    private OkHttpTelegramClient client;
    private FakePerson ada;
    private FakeChat group;

    @BeforeEach
    void open() throws Exception {
        telegram = new FakeTelegram();
        bot = new PlainBot(telegram);
        client = bot.client();
        ada = telegram.rooms().person("Ada");
        group = telegram.rooms().open(FakeChat.Kind.SUPERGROUP, "Harbour", ada);
    }

    @AfterEach
    void close() throws Exception {
        bot.close();
        telegram.close();
    }

    private static SendMessage.SendMessageBuilder<?, ?> to(FakeChat chat, String text) {
        return SendMessage.builder().chatId(chat.id()).text(text);
    }

    private Message send(FakeChat chat, String text) throws TelegramApiException {
        return client.execute(to(chat, text).build());
    }

    private TelegramApiRequestException refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(TelegramApiRequestException.class, call);
    }

    private static InlineKeyboardMarkup button(String data) {
        return InlineKeyboardMarkup.builder()
                .keyboardRow(new InlineKeyboardRow(InlineKeyboardButton.builder()
                        .text("Acknowledge")
                        .callbackData(data)
                        .build()))
                .build();
    }

    private static InputFile png(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean written = ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        assertThat(written).isTrue();
        return new InputFile(new ByteArrayInputStream(out.toByteArray()), "chart.png");
    }

    @Test
    void aMessageArrivesWithAllItCarries() throws Exception {
        Message sent = client.execute(to(group, "<b>api</b> is &lt;down&gt; 🚨 <code>x</code>")
                .parseMode(ParseMode.HTML)
                .disableNotification(true)
                .linkPreviewOptions(
                        LinkPreviewOptions.builder().isDisabled(true).build())
                .replyMarkup(button("ack:1"))
                .build());

        Posted posted = telegram.rooms().fromBot(group.id()).getFirst();
        assertThat(posted.id()).isEqualTo(sent.getMessageId().longValue());
        assertThat(posted.text()).isEqualTo("api is <down> 🚨 x");
        assertThat(posted.first("bold")).isEqualTo("api");
        assertThat(posted.first("code")).isEqualTo("x");
        assertThat(sent.getEntities().getLast().getOffset()).isEqualTo("api is <down> 🚨 ".length());
        assertThat(posted.buttons()).containsExactly("ack:1");
        assertThat(posted.isSilent()).isTrue();
        assertThat(posted.hasBareLinks()).isTrue();
    }

    @Test
    void anAnswerStandsUnderWhatItAnswers() throws Exception {
        Message first = send(group, "down");
        ReplyParameters reply =
                ReplyParameters.builder().messageId(first.getMessageId()).build();
        Message second = client.execute(to(group, "up").replyParameters(reply).build());
        telegram.talk().erases(group, first.getMessageId());

        assertThat(second.getReplyToMessage().getText()).isEqualTo("down");
        assertThat(refused(() ->
                        client.execute(to(group, "late").replyParameters(reply).build())))
                .hasMessageContaining("message to be replied not found");
        reply.setAllowSendingWithoutReply(true);
        assertThat(client.execute(to(group, "late").replyParameters(reply).build())
                        .getReplyToMessage())
                .isNull();
    }

    @Test
    void anEditIsSeenAndOneThatChangesNothingIsRefused() throws Exception {
        Message sent = send(group, "down");
        EditMessageText edit = EditMessageText.builder()
                .chatId(group.id())
                .messageId(sent.getMessageId())
                .text("up")
                .build();
        assertThat(client.execute(edit)).isInstanceOf(Message.class);

        assertThat(refused(() -> client.execute(edit))).hasMessageContaining("message is not modified");
        assertThat(telegram.rooms().fromBot(group.id()).getFirst().text()).isEqualTo("up");
        assertThat(telegram.rooms().fromBot(group.id()).getFirst().edits()).isEqualTo(1);
        telegram.talk().erases(group, sent.getMessageId());
        assertThat(refused(() -> client.execute(edit))).hasMessageContaining("message to edit not found");
    }

    @Test
    void aPictureIsUploadedRecaptionedAndReplaced() throws Exception {
        Message sent = client.execute(SendPhoto.builder()
                .chatId(group.id())
                .photo(png(120, 60))
                .caption("<b>api</b> – ünreachable")
                .parseMode(ParseMode.HTML)
                .replyMarkup(button("chart:1"))
                .build());
        assertThat(client.execute(EditMessageCaption.builder()
                        .chatId(group.id())
                        .messageId(sent.getMessageId())
                        .caption("api is back")
                        .build()))
                .isInstanceOf(Message.class);
        Posted captioned = telegram.rooms().fromBot(group.id()).getFirst();
        assertThat(client.execute(EditMessageMedia.builder()
                        .chatId(group.id())
                        .messageId(sent.getMessageId())
                        .media(InputMediaPhoto.builder()
                                .media(png(60, 60).getNewMediaStream(), "now.png")
                                .caption("<i>now</i>")
                                .parseMode(ParseMode.HTML)
                                .build())
                        .build()))
                .isInstanceOf(Message.class);

        assertThat(sent.getPhoto().getFirst().getWidth()).isEqualTo(120);
        assertThat(sent.getCaption()).isEqualTo("api – ünreachable");
        assertThat(captioned.text()).isEqualTo("api is back");
        assertThat(captioned.buttons()).isEmpty();
        Posted replaced = telegram.rooms().fromBot(group.id()).getFirst();
        assertThat(replaced.first("italic")).isEqualTo("now");
        assertThat(replaced.json().at("/photo/0/width").asInt()).isEqualTo(60);
        assertThat(replaced.files().getFirst().name()).isEqualTo("now.png");
    }

    @Test
    void aPressIsAnsweredOnceAndNotTooLate() throws Exception {
        Message sent =
                client.execute(to(group, "down").replyMarkup(button("ack:1")).build());
        Pressed pressed = telegram.talk().presses(ada, group.id(), sent.getMessageId(), "ack:1");
        AnswerCallbackQuery answer = AnswerCallbackQuery.builder()
                .callbackQueryId(pressed.id())
                .text("noted")
                .showAlert(true)
                .build();

        assertThat(client.execute(answer)).isTrue();
        assertThat(pressed.reply()).isEqualTo(new Pressed.Reply("noted", Pressed.Form.ALERT));
        assertThat(refused(() -> client.execute(answer))).hasMessageContaining("query is too old");
        assertThatThrownBy(() -> telegram.talk().presses(ada, group.id(), sent.getMessageId(), "other"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void commandsAreSetByScope() throws Exception {
        assertThat(client.execute(SetMyCommands.builder()
                        .command(new BotCommand("status", "What is down"))
                        .build()))
                .isTrue();
        assertThat(client.execute(SetMyCommands.builder()
                        .command(new BotCommand("mute", "Hold back"))
                        .scope(new BotCommandScopeAllGroupChats())
                        .languageCode("de")
                        .build()))
                .isTrue();

        assertThat(telegram.menus().of("default")).containsEntry("status", "What is down");
        assertThat(telegram.menus().of("all_group_chats", "de")).containsOnlyKeys("mute");
        assertThat(telegram.menus().of("all_group_chats")).isEmpty();
    }

    @Test
    void peopleAndTheBotStandAsTheyDo() throws Exception {
        FakePerson bob = telegram.rooms().person("Bob");
        telegram.rooms().stand(ada, group, bob, Standing.MEMBER);

        assertThat(client.execute(new GetChatMember(Long.toString(group.id()), bob.id()))
                        .getStatus())
                .isEqualTo("member");
        assertThat(client.execute(new GetChatAdministrators(Long.toString(group.id()))))
                .extracting(member -> member.getUser().getFirstName())
                .containsExactly("Ada");
    }

    @Test
    void aPlainMemberPinsNothing() throws Exception {
        Message sent = send(group, "board");
        PinChatMessage pin = PinChatMessage.builder()
                .chatId(group.id())
                .messageId(sent.getMessageId())
                .build();
        assertThat(refused(() -> client.execute(pin))).hasMessageContaining("not enough rights");
        telegram.rooms().standBot(ada, group, Standing.ADMINISTRATOR);

        assertThat(client.execute(pin)).isTrue();
        assertThat(telegram.rooms().fromBot(group.id()).getFirst().isPinned()).isTrue();
    }

    @Test
    void topicsTakeMessagesUntilTheyAreClosed() throws Exception {
        FakeChat forum = telegram.rooms().open(FakeChat.Kind.FORUM, "Works", ada);
        long topic = telegram.rooms().topic(forum, ada, "outages");
        Message sent =
                client.execute(to(forum, "down").messageThreadId((int) topic).build());
        telegram.rooms().closeTopic(forum, topic);

        assertThat(sent.getMessageThreadId().longValue()).isEqualTo(topic);
        assertThat(telegram.rooms().fromBot(forum.id()).getFirst().topic()).hasValue(topic);
        assertThat(refused(() -> client.execute(
                        to(forum, "up").messageThreadId((int) topic).build())))
                .hasMessageContaining("TOPIC_CLOSED");
        assertThat(refused(() ->
                        client.execute(to(forum, "up").messageThreadId(999).build())))
                .hasMessageContaining("message thread not found");
    }

    @Test
    void aGroupThatMigratedNamesItsSuccessor() throws Exception {
        FakeChat small = telegram.rooms().open(FakeChat.Kind.GROUP, "Yard", ada);
        FakeChat large = telegram.rooms().migrates(small, ada);
        TelegramApiRequestException moved = refused(() -> send(small, "down"));

        assertThat(moved.getErrorCode()).isEqualTo(400);
        assertThat(moved.getParameters().getMigrateToChatId()).isEqualTo(large.id());
        assertThat(send(large, "down").getChatId()).isEqualTo(large.id());
    }

    @Test
    void whoBlockedOrNeverMetOrKickedTheBotIsNotWrittenTo() throws Exception {
        FakePerson bob = telegram.rooms().person("Bob");
        FakeChat direct = telegram.rooms().direct(ada);
        assertThat(send(direct, "hello").getChatId()).isEqualTo(ada.id());
        telegram.rooms().blocks(ada);
        telegram.rooms().standBot(ada, group, Standing.KICKED);

        assertThat(refused(() -> send(direct, "hello"))).hasMessageContaining("bot was blocked by the user");
        assertThat(refused(() -> client.execute(
                        SendMessage.builder().chatId(bob.id()).text("x").build())))
                .hasMessageContaining("can't initiate conversation");
        assertThat(refused(() -> send(group, "hello")).getErrorCode()).isEqualTo(403);
        assertThat(refused(() -> client.execute(
                        SendMessage.builder().chatId(1L).text("x").build())))
                .hasMessageContaining("chat not found");
    }

    @Test
    void channelsAreFoundByNameAndTakeAdministratorsAlone() throws Exception {
        FakeChat channel = telegram.rooms().open(FakeChat.Kind.CHANNEL, "Harbour News", ada);
        Message sent = client.execute(
                SendMessage.builder().chatId("@HarbourNews").text("down").build());
        telegram.rooms().standBot(ada, channel, Standing.MEMBER);

        assertThat(sent.getSenderChat().getId()).isEqualTo(channel.id());
        assertThat(refused(() -> send(channel, "up"))).hasMessageContaining("administrator rights");
    }

    @Test
    void aWrongTokenIsUnauthorizedAndNoTokenIsRecorded() throws Exception {
        assertThat(refused(() -> bot.client("1:wrong").execute(to(group, "x").build()))
                        .getErrorCode())
                .isEqualTo(401);
        assertThat(send(group, "x").getText()).isEqualTo("x");

        assertThat(telegram.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.toString())
                        .startsWith("/bot***/")
                        .doesNotContain(telegram.token())
                        .doesNotContain("wrong"));
    }

    @Test
    void faultsThatNobodyTookFailTheTest() throws Exception {
        try (FakeTelegram other = new FakeTelegram();
                PlainBot careless = new PlainBot(other)) {
            FakeChat chat = other.rooms().direct(other.rooms().person("Bob"));
            assertThat(refused(() -> careless.client()
                            .execute(to(chat, "<b>x").parseMode("HTML").build())))
                    .hasMessageContaining("can't parse entities");
            assertThatThrownBy(other::close).isInstanceOf(AssertionError.class).hasMessageContaining("can't parse");
            assertThat(other.takeFaults()).hasSize(1);
        }
    }

    @Test
    void theDescriptionIsHeldAgainstWhereItIsGiven() throws Exception {
        assertThat(send(group, "x").getText()).isEqualTo("x");

        if (telegram.description().isOn()) {
            assertThat(telegram.description().methods()).contains("sendMessage");
        }
        telegram.await(
                Duration.ofSeconds(1),
                "an answer",
                () -> telegram.requests("sendMessage").stream().allMatch(request -> request.status() == 200));
        assertThat(telegram.faults()).isEqualTo(List.of());
    }
}
