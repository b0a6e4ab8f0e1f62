package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tocsin.chat.telegram.fake.FakeChat;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Bell;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.notice.Manner.Mention;
import dev.tocsin.core.target.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendingTest {
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aNoticeReachesAPersonInTelegramsMarkup() {
        Message message = Message.of(Tone.ALERT, Line.of("").strong("api").text(" <is> down"))
                .fact("Evidence", Line.of("3 of 3 looks failed"));
        Receipt receipt = Stage.receipt(stage.send(stage.direct, message));

        Posted posted = stage.last(stage.direct);
        assertThat(posted.text()).isEqualTo("⚠️ api <is> down\nEvidence 3 of 3 looks failed");
        assertThat(posted.first("bold")).isEqualTo("api");
        assertThat(posted.hasBareLinks()).isTrue();
        assertThat(posted.isSilent()).isFalse();
        assertThat(receipt.message()).isEqualTo(stage.direct.id() + "/" + posted.id());
    }

    @ParameterizedTest
    @EnumSource(
            value = FakeChat.Kind.class,
            names = {"GROUP", "SUPERGROUP", "FORUM", "CHANNEL"})
    void aNoticeReachesEveryKindOfChatAndItsEndAnswersIt(FakeChat.Kind kind) {
        FakeChat chat = stage.telegram.rooms().open(kind, "Lighthouse", stage.ada);
        Receipt down = stage.sent(chat);
        Stage.receipt(stage.reply(chat, down));

        assertThat(stage.shown(chat)).extracting(Posted::text).containsExactly("⚠️ api is down", "✅ api is back");
        assertThat(stage.last(chat).repliesTo())
                .hasValue(stage.shown(chat).getFirst().id());
    }

    @Test
    void aThreadIsAReplyHere() {
        stage.manner = new Manner(Manner.Following.THREAD, List.of());
        Stage.receipt(stage.reply(stage.group, stage.sent(stage.group)));

        assertThat(stage.last(stage.group).repliesTo()).isPresent();
    }

    @Test
    void aTopicHasItsOwnAddressAndWhatFollowsStaysInIt() {
        FakeChat forum = stage.telegram.rooms().open(FakeChat.Kind.FORUM, "Lighthouse", stage.ada);
        stage.sent(forum);
        long topic = stage.telegram.rooms().topic(forum, stage.ada, "Outages");
        String address = forum.id() + "/" + topic;
        Receipt down = Stage.receipt(stage.send(address));
        assertThat(down.message())
                .isEqualTo(forum.id() + "/" + stage.last(forum).id() + "/" + topic);
        Stage.receipt(stage.reply(address, down));

        assertThat(stage.shown(forum))
                .extracting(Posted::topic)
                .containsExactly(OptionalLong.empty(), OptionalLong.of(topic), OptionalLong.of(topic));
        assertThat(stage.last(forum).repliesTo()).isPresent();
    }

    @Test
    void theGeneralTopicIsTheForumItself() {
        assertThat(Address.parse("-1001/1")).contains(new Address(-1001, OptionalInt.empty()));
        assertThat(Address.parse("-1001/7").orElseThrow().text()).isEqualTo("-1001/7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@harbour", "0", "-", "12x", "1/", "1/0", "1/2/3", "9999999999999999999", "1/9999999999", "-1/-1"
            })
    void anAddressThatIsNoneIsRejected(String address) {
        assertThat(stage.send(address)).isInstanceOf(DeliveryResult.Rejected.class);
        assertThat(stage.telegram.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5/", "a/5", "5/0", "5/6/x", "5/6/7/8"})
    void aReceiptThatIsNotTelegramsIsAnsweredByNothing(String receipt) {
        Stage.receipt(stage.reply(stage.direct, new Receipt(receipt)));

        assertThat(stage.last(stage.direct).repliesTo()).isEmpty();
    }

    @Test
    void aMessageOfAnotherChatIsNotAnswered() {
        Receipt elsewhere = stage.sent(stage.direct);
        Stage.receipt(stage.reply(stage.group, elsewhere));

        assertThat(stage.last(stage.group).repliesTo()).isEmpty();
    }

    @Test
    void aLongNoticeComesInPartsInOrderAllOfThemAreTheReceiptAndTheFirstRingsAlone() {
        List<Line> lines = IntStream.range(0, 200)
                .mapToObj(i -> Line.of("target number " + i + " " + "x".repeat(30)))
                .toList();
        Message message = Message.of(Tone.ALERT, "200 targets")
                .and(new Block.Bullets(lines))
                .suggest("Mute", "/mute");
        Receipt receipt = Stage.receipt(stage.send(stage.direct, message));

        List<Posted> parts = stage.shown(stage.direct);
        assertThat(parts).hasSize(3);
        assertThat(receipt.message())
                .isEqualTo(stage.direct.id() + "/"
                        + parts.stream().map(part -> Long.toString(part.id())).collect(Collectors.joining(",")));
        assertThat(parts.stream()
                        .map(Posted::text)
                        .collect(Collectors.joining("\n"))
                        .lines())
                .hasSize(201)
                .last()
                .asString()
                .startsWith("• target number 199");
        assertThat(parts).extracting(Posted::isSilent).containsExactly(false, true, true);
        assertThat(parts.getFirst().buttons()).containsExactly("/mute");
        assertThat(parts.getLast().buttons()).isEmpty();
    }

    @Test
    void filesFollowAndAnswerTheNotice() {
        Message message = Message.of(Tone.INFO, "Export")
                .and(new Block.Document("targets/all.yaml", "a: ä\n"))
                .and(new Block.Document("empty.txt", ""));
        Stage.receipt(stage.send(stage.direct, message));

        List<Posted> all = stage.shown(stage.direct);
        assertThat(all).hasSize(2);
        assertThat(all.getLast().files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("targets_all.yaml");
            assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).isEqualTo("a: ä\n");
        });
        assertThat(all.getLast().repliesTo()).hasValue(all.getFirst().id());
        assertThat(all.getLast().isSilent()).isTrue();
    }

    @Test
    void aCommandIsAButtonWhereItFitsAndIsWrittenOutWhereNot() {
        String fits = "/mute " + "ä".repeat(29);
        String longer = fits + "x";
        Message message =
                Stage.DOWN.suggest("Mute", fits).suggest("Mute all", longer).suggest("Details", "/status api");
        Stage.receipt(stage.send(stage.direct, message));

        assertThat(stage.last(stage.direct).buttons()).containsExactly(fits, "/status api");
        assertThat(stage.last(stage.direct).text()).endsWith("\nMute all " + longer);
        assertThat(stage.last(stage.direct).first("code")).isEqualTo(longer);
    }

    @Test
    void peopleAreCalledByTheirIdAndNobodyElse() {
        stage.manner = new Manner(
                Manner.Following.REPLY,
                List.of(
                        new Mention(Mention.Kind.USER, "1001"),
                        new Mention(Mention.Kind.ROLE, "55"),
                        new Mention(Mention.Kind.USER, "1002")));
        Stage.receipt(stage.send(stage.group));

        assertThat(stage.last(stage.group).text()).isEqualTo("⚠️ api is down\nCalls 1001, 1002");
        assertThat(stage.last(stage.group).entities()).hasSize(2);
        assertThat(stage.last(stage.group).first("text_mention")).isEqualTo("1001");
    }

    @Test
    void whatIsToMakeNoSoundMakesNone() {
        stage.bell = Bell.SILENT;
        Stage.receipt(stage.send(stage.direct));
        Stage.receipt(stage.send(stage.direct, Pictures.with(Stage.DOWN, Pictures.RED)));

        assertThat(stage.shown(stage.direct)).hasSize(2).allMatch(Posted::isSilent);
    }

    @Test
    void onlyRolesAreNobody() {
        stage.manner = new Manner(Manner.Following.REPLY, List.of(new Mention(Mention.Kind.ROLE, "55")));
        Stage.receipt(stage.send(stage.group));

        assertThat(stage.last(stage.group).text()).isEqualTo("⚠️ api is down");
    }

    @Test
    void aNoticeWithoutWordsIsTakenAllTheSame() {
        Stage.receipt(stage.send(stage.direct, Message.of(Tone.INFO, "\u200B")));

        assertThat(stage.last(stage.direct).text()).isEqualTo("…");
    }

    @Test
    void whatTheBotApiIsNamedMustBeAnAddress() {
        assertThat(api("http://127.0.0.1:8081")).isEqualTo("http 127.0.0.1 8081");
        assertThat(api("https://bots.example")).isEqualTo("https bots.example 443");
        for (String wrong : List.of("127.0.0.1:8081", "ftp://x", "http://")) {
            assertThatIllegalArgumentException().isThrownBy(() -> api(wrong));
        }
    }

    private static String api(String address) {
        var url = Wire.url(new TelegramChat.Terms(new Secret("t"), Optional.of(address), Set.of()));
        return url.getSchema() + " " + url.getHost() + " " + url.getPort();
    }
}
