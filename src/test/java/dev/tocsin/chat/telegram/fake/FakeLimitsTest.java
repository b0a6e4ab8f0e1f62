package dev.tocsin.chat.telegram.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** What the fake does not take, how fast it takes the rest, and what its script does; as a plain TelegramBots meets it. */
class FakeLimitsTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private Instant now = NOON;
    private FakeTelegram telegram;
    private PlainBot bot;
    private OkHttpTelegramClient client;
    private FakePerson ada;
    private FakeChat group;
    private FakeChat direct;

    @BeforeEach
    void open() throws Exception {
        telegram = new FakeTelegram(() -> now);
        bot = new PlainBot(telegram);
        client = bot.client();
        ada = telegram.rooms().person("Ada");
        direct = telegram.rooms().direct(ada);
        group = telegram.rooms().open(FakeChat.Kind.GROUP, "Harbour", ada);
    }

    @AfterEach
    void close() throws Exception {
        bot.close();
        telegram.close();
    }

    private Message send(FakeChat chat, String text) throws TelegramApiException {
        return client.execute(SendMessage.builder().chatId(chat.id()).text(text).build());
    }

    private Message html(String text) throws TelegramApiException {
        return client.execute(SendMessage.builder()
                .chatId(direct.id())
                .text(text)
                .parseMode("HTML")
                .build());
    }

    private static TelegramApiRequestException refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(TelegramApiRequestException.class, call);
    }

    private int taken(FakeChat chat, int tries) {
        return (int) IntStream.range(0, tries)
                .filter(i -> refused(() -> send(chat, "n" + i)) == null)
                .count();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void textCountsAfterItsMarkupIsReadInUtf16Units() throws Exception {
        assertThat(html("<b>" + "&amp;".repeat(4_096) + "</b>").getText()).hasSize(4_096);
        assertThat(html("😀".repeat(2_048)).getText()).hasSize(4_096);
        assertThat(refused(() -> html("<b>" + "x".repeat(4_097) + "</b>"))).hasMessageContaining("message is too long");
        assertThat(refused(() -> html("😀".repeat(2_049)))).hasMessageContaining("message is too long");
        assertThat(refused(() -> html("<b> </b>"))).hasMessageContaining("message text is empty");
        assertThat(telegram.takeFaults()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h1>x</h1>",
                "<b>x",
                "x</b>",
                "<b><i>x</b></i>",
                "a < b",
                "<a>x</a>",
                "<span>x</span>",
                "<b x",
                "</>"
            })
    void markupThatTelegramCannotReadIsRefused(String text) {
        assertThat(refused(() -> html(text))).hasMessageContaining("can't parse entities");
        assertThat(telegram.takeFaults()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a & b",
                "a > b",
                "&nbsp;x",
                "<code><b>x</b></code>",
                "<b><code>x</code></b>",
                "<b></b>x",
                "<blockquote>x<blockquote>y</blockquote></blockquote>"
            })
    void markupThatTelegramOverlooksIsAFaultAllTheSame(String text) throws Exception {
        assertThat(html(text).getText()).contains("x".equals(text) ? "y" : "");
        assertThat(telegram.takeFaults()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pre><code class=\"language-sh\">x</code></pre>",
                "<blockquote expandable>x <b>y <i>z</i></b></blockquote>",
                "<a href=\"https://example.org/?a=1&amp;b=2\">x</a>",
                "<tg-spoiler>x</tg-spoiler> <span class=\"tg-spoiler\">y</span>",
                "&lt;&gt;&amp;&quot;&#128680;&#x1F6A8;",
                "<u>x</u><s>y</s><tg-time unix=\"1\">z</tg-time>"
            })
    void whatTelegramReadsIsRead(String text) throws Exception {
        assertThat(html(text).getText()).isNotEmpty();
    }

    @Test
    void aButtonCarries64BytesAndNotMore() throws Exception {
        assertThat(button("ä".repeat(32))).isNull();
        assertThat(button("ä".repeat(32) + "x")).hasMessageContaining("BUTTON_DATA_INVALID");
        assertThat(telegram.takeFaults()).isNotEmpty();
    }

    private TelegramApiRequestException button(String data) {
        InlineKeyboardButton button =
                InlineKeyboardButton.builder().text("Mute").callbackData(data).build();
        return refused(() -> client.execute(SendMessage.builder()
                .chatId(direct.id())
                .text("x")
                .replyMarkup(InlineKeyboardMarkup.builder()
                        .keyboardRow(new InlineKeyboardRow(button))
                        .build())
                .build()));
    }

    @Test
    void commandsHaveNoHyphensAndAreAHundredAtMost() throws Exception {
        assertThat(commands(List.of(new BotCommand("mute-all", "x")))).hasMessageContaining("BOT_COMMAND_INVALID");
        assertThat(commands(List.of(new BotCommand("mute", "x".repeat(257)))))
                .hasMessageContaining("BOT_COMMAND_DESCRIPTION_INVALID");
        assertThat(telegram.takeFaults()).isNotEmpty();
        assertThat(commands(many(100))).isNull();
    }

    @Test
    void whatTheLibraryWouldNotSendIsRefusedToo() throws Exception {
        String command = "{\"command\":\"a%d\",\"description\":\"x\"}";
        String all = IntStream.range(0, 101).mapToObj(command::formatted).collect(Collectors.joining(","));

        assertThat(raw("setMyCommands", "{\"commands\":[" + all + "]}")).contains("BOT_COMMANDS_TOO_MUCH");
        assertThat(raw("sendMessage", "{\"text\":\"x\"}")).contains("chat_id is empty");
        assertThat(raw("sendMessage", "[")).contains("chat_id is empty");
        assertThat(raw("sendNothing", "{}")).contains("Not Found");
        assertThat(telegram.takeFaults()).hasSizeGreaterThanOrEqualTo(4);
    }

    private String raw(String method, String json) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create(telegram.address() + "/bot" + telegram.token() + "/" + method);
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private TelegramApiRequestException commands(List<BotCommand> commands) {
        return refused(
                () -> client.execute(SetMyCommands.builder().commands(commands).build()));
    }

    private static List<BotCommand> many(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> new BotCommand("c" + i, "does " + i))
                .toList();
    }

    @Test
    void aPictureIsAPictureAndItsCaptionShort() {
        InputFile text = new InputFile(new ByteArrayInputStream(new byte[] {1, 2, 3}), "chart.png");
        assertThat(refused(() -> client.execute(SendPhoto.builder()
                        .chatId(direct.id())
                        .photo(text)
                        .caption("x".repeat(1_025))
                        .build())))
                .hasMessageContaining("IMAGE_PROCESS_FAILED");
        assertThat(telegram.takeFaults()).anyMatch(fault -> fault.contains("caption is too long"));
    }

    @Test
    void aGroupTakesTwentyAMinute() throws Exception {
        telegram.flood().on(Flood.Limit.GROUP);
        assertThat(taken(group, 25)).isEqualTo(20);
        pass(Duration.ofSeconds(18));
        TelegramApiRequestException early = refused(() -> send(group, "early"));
        pass(Duration.ofSeconds(42));

        assertThat(early.getErrorCode()).isEqualTo(429);
        assertThat(early.getParameters().getRetryAfter()).isEqualTo(42);
        assertThat(taken(group, 25)).isEqualTo(20);
        assertThat(taken(direct, 25)).isEqualTo(25);
        assertThat(telegram.flood().early()).hasSize(9);
    }

    @Test
    void aChatTakesOneASecondAfterAShortBurst() {
        telegram.flood().on(Flood.Limit.CHAT);
        assertThat(taken(direct, 10)).isEqualTo(Flood.BURST);
        pass(Duration.ofSeconds(1));
        assertThat(taken(direct, 10)).isEqualTo(1);
        assertThat(taken(group, 1)).isEqualTo(1);
        pass(Duration.ofSeconds(30));
        assertThat(taken(direct, 10)).isEqualTo(Flood.BURST);
    }

    @Test
    void theBotSendsThirtyASecondOverAllChats() {
        telegram.flood().on(Flood.Limit.OVERALL);
        assertThat(taken(direct, 20) + taken(group, 20)).isEqualTo(30);
        pass(Duration.ofSeconds(1));
        assertThat(taken(group, 40)).isEqualTo(30);
    }

    @Test
    void theScriptRefusesAnyCallAsLongAsItSays() throws Exception {
        telegram.script()
                .onMessagesTo(group.id())
                .lasting(Duration.ofSeconds(25))
                .tooMany(Duration.ofSeconds(3));
        TelegramApiRequestException limited = refused(() -> send(group, "a"));
        assertThat(send(direct, "b").getText()).isEqualTo("b");
        pass(Duration.ofSeconds(2));
        assertThat(refused(() -> send(group, "a"))).isNotNull();
        pass(Duration.ofSeconds(23));

        assertThat(limited.getParameters().getRetryAfter()).isEqualTo(3);
        assertThat(send(group, "a").getText()).isEqualTo("a");
        assertThat(telegram.flood().early()).hasSize(1);
    }

    /** A trap: the page of a proxy is told as an error without a code. */
    @Test
    void aProxysPageHasNoErrorCode() {
        telegram.script().onMessages().page(502);
        TelegramApiException error = catchThrowableOfType(TelegramApiException.class, () -> send(direct, "x"));

        assertThat(error).isNotNull();
        int code = error instanceof TelegramApiRequestException coded ? coded.getErrorCode() : 0;
        assertThat(code).isZero();
        assertThat(telegram.rooms().fromBot(direct.id())).isEmpty();
    }

    @Test
    void errorsComeAsTheScriptNamesThem() {
        telegram.script().onMessages().error(FakeError.INTERNAL);
        assertThat(refused(() -> send(direct, "x")).getErrorCode()).isEqualTo(500);
        telegram.script().onMessages().error(FakeError.DEACTIVATED);
        assertThat(refused(() -> send(direct, "x"))).hasMessageContaining("user is deactivated");
        telegram.script().onCalls().error(FakeError.UNAUTHORIZED);
        assertThat(refused(() -> send(direct, "x")).getErrorCode()).isEqualTo(401);
    }

    @Test
    void aCutBeforeLeavesNothingAndACutAfterAMessage() {
        telegram.script().onMessages().cutBefore();
        assertThat(catchThrowableOfType(TelegramApiException.class, () -> send(direct, "x")))
                .isNotNull();
        assertThat(telegram.rooms().fromBot(direct.id())).isEmpty();
        telegram.script().onMessages().cutAfter();
        assertThat(catchThrowableOfType(TelegramApiException.class, () -> send(direct, "x")))
                .isNotNull();
        assertThat(telegram.rooms().fromBot(direct.id())).hasSize(1);
    }

    /** A trap: OkHttp sends again by itself what was cut on a connection that had served before. */
    @Test
    void aClientThatMayRetryDoublesAMessageThatWasCutAfterItsEffect() throws Exception {
        OkHttpTelegramClient stubborn = bot.stubborn();
        SendMessage message =
                SendMessage.builder().chatId(direct.id()).text("x").build();
        assertThat(stubborn.execute(message).getText()).isEqualTo("x");
        telegram.script().onMessages().cutAfter();
        assertThat(stubborn.execute(message).getText()).isEqualTo("x");

        assertThat(telegram.rooms().fromBot(direct.id())).hasSize(3);
    }

    @Test
    void aLateAnswerHasHadItsEffect() throws Exception {
        Rule late = telegram.script().onMessages().late(Duration.ofMinutes(1));
        var pending = client.executeAsync(
                SendMessage.builder().chatId(direct.id()).text("x").build());
        assertThat(telegram.rooms().fromBot(direct.id(), 1)).hasSize(1);
        assertThat(pending.isDone()).isFalse();
        late.end();

        assertThat(pending.get(10, java.util.concurrent.TimeUnit.SECONDS).getText())
                .isEqualTo("x");
    }
}
