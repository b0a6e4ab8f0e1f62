package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chat.discord.fake.FakeError;
import dev.tocsin.chat.discord.fake.Posted;
import dev.tocsin.chat.discord.fake.TooMany;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Manner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Threads, edits and mentions, as channels choose them. */
class MannerTest {
    private static final String EDIT = "/channels/{channel}/messages/{message}";

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
    void anOutageOpensAThreadAndItsEndIsInThere() {
        inThreads();
        Receipt outage = stage.sent(channel);
        long thread = thread(outage);
        DeliveryResult end = stage.reply(channel, outage);

        assertThat(end).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(stage.discord.messages(channel)).hasSize(1);
        assertThat(stage.discord.messages(thread, 1).getLast().text()).contains("api is back");
    }

    @Test
    void anEndFindsItsThreadAfterARestart() {
        inThreads();
        Receipt outage = stage.sent(channel);
        long thread = thread(outage);
        stage.reopen(stage.discord.token());
        stage.awaitConnected(channel);
        stage.reply(channel, outage);

        assertThat(stage.discord.messages(thread, 1).getLast().text()).contains("api is back");
    }

    @Test
    void anOutageThatWasToldWithoutAThreadGetsOneForItsEnd() {
        Receipt outage = stage.sent(channel);
        inThreads();
        stage.reply(channel, outage);

        assertThat(stage.discord.messages(thread(outage), 1).getLast().text()).contains("api is back");
    }

    @Test
    void whereNoThreadMayBeOpenedTheEndAnswersTheOutage() {
        stage.guild.botMayNot(channel, Permission.CREATE_PUBLIC_THREADS);
        stage.awaitLack(channel, Permission.CREATE_PUBLIC_THREADS);
        inThreads();
        Receipt outage = stage.sent(channel);
        stage.reply(channel, outage);

        assertThat(stage.last(channel).repliesTo()).hasValue(message(outage));
    }

    @Test
    void whereTheOutagesMessageWasDeletedTheEndIsSentByItself() {
        Receipt outage = stage.sent(channel);
        stage.discord.erase(message(outage));
        inThreads();
        stage.reply(channel, outage);

        assertThat(stage.last(channel).text()).contains("api is back");
    }

    @Test
    void onlyWhoIsNamedIsCalled() {
        stage.manner = new Manner(
                Manner.Following.REPLY, List.of(Manner.Mention.parse("role:111"), Manner.Mention.parse("user:222")));
        stage.send(channel, Message.of(Tone.ALERT, "<@333> @everyone is down"), "k");

        Posted posted = stage.last(channel);
        JsonNode allowed = stage.discord
                .requests("POST", "/channels/{channel}/messages")
                .getLast()
                .body()
                .path("allowed_mentions");
        assertThat(posted.content()).isEqualTo("<@&111> <@222>");
        assertThat(allowed.path("roles")).hasSize(1).allMatch(id -> id.asText().equals("111"));
        assertThat(allowed.path("users")).hasSize(1).allMatch(id -> id.asText().equals("222"));
        assertThat(allowed.path("parse")).isEmpty();
    }

    @Test
    void whoIsNamedIsCalledInPlainWordsToo() {
        stage.guild.botMayNot(channel, Permission.MESSAGE_EMBED_LINKS);
        stage.awaitLack(channel, Permission.MESSAGE_EMBED_LINKS);
        stage.manner = new Manner(Manner.Following.REPLY, List.of(Manner.Mention.parse("role:111")));
        stage.send(channel);

        assertThat(stage.last(channel).content()).startsWith("<@&111>\n").contains("api is down");
    }

    @Test
    void aMessageIsEditedInItsPlace() {
        Receipt outage = stage.sent(channel);
        DeliveryResult result = stage.amend(channel, outage, over());

        Posted posted = stage.last(channel);
        assertThat(result).isEqualTo(new DeliveryResult.Delivered(outage));
        assertThat(posted.id()).isEqualTo(message(outage));
        assertThat(posted.edits()).isEqualTo(1);
        assertThat(posted.text()).contains("api is over").doesNotContain("api is down");
        assertThat(posted.mayPing()).isFalse();
    }

    @Test
    void aMessageInAPostOfAForumIsEditedToo() {
        long forum = stage.guild.forum("incidents");
        stage.awaitConnected(forum);
        Receipt outage = stage.sent(forum);
        stage.amend(forum, outage, over());

        assertThat(stage.discord.messages(message(outage)).getFirst().text()).contains("api is over");
    }

    @Test
    void aPostThatIsInTheArchiveIsWokenForAnEdit() {
        long forum = stage.guild.forum("incidents");
        stage.awaitConnected(forum);
        Receipt outage = stage.sent(forum);
        stage.guild.archive(message(outage));

        assertThat(stage.amend(forum, outage, over())).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(stage.discord.messages(message(outage)).getFirst().text()).contains("api is over");
    }

    @Test
    void aPostThatCannotBeWokenIsNoPlaceForAnEdit() {
        long forum = stage.guild.forum("incidents");
        stage.awaitConnected(forum);
        Receipt outage = stage.sent(forum);
        stage.guild.archive(message(outage));
        stage.discord.script().on("PATCH", "/channels/{channel}").error(FakeError.MISSING_PERMISSIONS);

        assertThat(stage.amend(forum, outage, over())).isInstanceOf(DeliveryResult.Rejected.class);
    }

    @Test
    void whatCannotBeEditedAnyMoreSaysSo() {
        Receipt outage = stage.sent(channel);
        stage.discord.erase(message(outage));

        assertThat(stage.amend(channel, outage, over())).isInstanceOf(DeliveryResult.Rejected.class);
        assertThat(stage.discord.takeFaults()).isEmpty();
    }

    @Test
    void anEditWaitsAsLongAsDiscordAsks() {
        Receipt outage = stage.sent(channel);
        stage.discord.script().on("PATCH", EDIT).tooMany(TooMany.route(Duration.ofSeconds(25)));

        assertThat(stage.amend(channel, outage, over()))
                .isInstanceOfSatisfying(
                        DeliveryResult.Deferred.class,
                        put -> assertThat(put.retryAfter())
                                .hasValueSatisfying(wait ->
                                        assertThat(wait).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30))));
        assertThat(stage.amend(channel, outage, over())).isInstanceOf(DeliveryResult.Delivered.class);
    }

    @Test
    void anEditThatDiscordRefusesIsMadeInPlainWords() {
        Receipt outage = stage.sent(channel);
        stage.discord.script().on("PATCH", EDIT).error(FakeError.INVALID_FORM_BODY);

        assertThat(stage.amend(channel, outage, over())).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(stage.last(channel).content()).contains("api is over");
    }

    @Test
    void anEditThatIsCutCanBeMadeAgainAndNothingIsDoubled() {
        Receipt outage = stage.sent(channel);
        stage.discord.script().on("PATCH", EDIT).cutAfter();

        stage.amend(channel, outage, over());
        assertThat(stage.amend(channel, outage, over())).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(stage.discord.messages(channel)).hasSize(1);
    }

    private void inThreads() {
        stage.manner = new Manner(Manner.Following.THREAD, List.of());
    }

    private static Message over() {
        return Message.of(Tone.GOOD, "api is over");
    }

    private long thread(Receipt outage) {
        stage.discord.await(
                OutStage.SOON,
                "a thread",
                () -> posted(outage)
                        .flatMap(one -> one.thread().stream().boxed().findFirst())
                        .isPresent());
        return posted(outage).orElseThrow().thread().orElseThrow();
    }

    private Optional<Posted> posted(Receipt receipt) {
        return stage.discord.messages(channel).stream()
                .filter(one -> one.id() == message(receipt))
                .findFirst();
    }

    private static long message(Receipt receipt) {
        return Place.parse(receipt).orElseThrow().message();
    }
}
