package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.FakeError;
import dev.tocsin.chat.telegram.fake.FakePerson;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.chat.telegram.fake.Pressed;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Buttons under answers. */
class PressesTest {
    private static final String OUTDATED =
            "That is too old to act on; ask again with the command itself, or see /help.";

    @TempDir
    Path folder;

    private InStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new InStage(folder);
        stage.start();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    static Optional<String> next(Posted page) {
        for (var row : page.markup().path("inline_keyboard")) {
            for (var button : row) {
                if (button.path("text").asText().equals("▶")) {
                    return Optional.of(button.path("callback_data").asText());
                }
            }
        }
        return Optional.empty();
    }

    static Posted turned(InStage stage, FakePerson who, Posted page, String data) {
        stage.telegram.talk().presses(who, page.chat(), page.id(), data);
        stage.telegram.await(
                InStage.SOON, "another page", () -> now(stage, page).edits() > page.edits());
        return now(stage, page);
    }

    private static Posted now(InStage stage, Posted page) {
        return stage.telegram.rooms().fromBot(page.chat()).stream()
                .filter(each -> each.id() == page.id())
                .findFirst()
                .orElseThrow();
    }

    private Pressed press(FakePerson who, Posted under, String data) {
        return stage.telegram.talk().presses(who, under.chat(), under.id(), data);
    }

    @Test
    void aSuggestionIsActedOnAndAnsweredWhereItStands() {
        Posted muted = stage.ask(stage.owner, stage.group, "/mute mail 2h");
        assertThat(muted.buttons()).containsExactly("/unmute 1");
        Pressed pressed = press(stage.owner, muted, "/unmute 1");
        Posted answer = stage.answer(stage.group, muted.id());

        assertThat(answer.text()).contains("mail");
        assertThat(pressed.reply()).isEqualTo(new Pressed.Reply("", Pressed.Form.NOTE));
    }

    @Test
    void whoMayNotIsToldSoAlone() {
        Posted muted = stage.ask(stage.owner, stage.group, "/mute mail 2h");
        Pressed pressed = press(stage.eve, muted, "/unmute 1");

        assertThat(pressed.reply().text())
                .isEqualTo("/unmute is for the bot's admins; /admin tells them how admins are named.");
        assertThat(pressed.reply().form()).isEqualTo(Pressed.Form.ALERT);
        assertThat(stage.answers(stage.group, muted.id())).isEmpty();
    }

    @Test
    void pagesAreTurnedByWhoMayReadThem() {
        stage.rig.declare(IntStream.range(0, 300)
                .mapToObj(i -> Samples.target("target-with-quite-a-long-name-" + i))
                .toList());
        Posted list = stage.ask(stage.eve, stage.group, "/targets");
        assertThat(list.text()).isNotEmpty();
        IntStream.range(0, 60)
                .forEach(i -> stage.ask(stage.owner, stage.direct, "/mute target-with-quite-a-long-name-" + i + " 2h"));
        Posted audit = stage.ask(stage.owner, stage.group, "/audit 60");
        String next = next(audit).orElseThrow();
        Pressed pressed = press(stage.ana, audit, next);
        assertThat(pressed.reply())
                .isEqualTo(new Pressed.Reply("These pages are for those who may ask for them.", Pressed.Form.ALERT));

        assertThat(turned(stage, stage.owner, audit, next).text()).isNotEqualTo(audit.text());
    }

    @Test
    void afterARestartPagesAreTooOldAndCommandsAreNot() {
        stage.stop();
        stage.start(new StubDesk(
                line -> IntStream.range(0, 2_000).mapToObj(i -> "word " + i).collect(Collectors.joining(" "))));
        Posted first = stage.ask(stage.owner, stage.group, "/x@TocsinTestBot");
        String next = next(first).orElseThrow();
        assertThat(turned(stage, stage.eve, first, next).text()).isNotEqualTo(first.text());
        stage.restart();
        stage.settled();
        Posted now = now(stage, first);
        Pressed pressed = press(stage.eve, now, next(now).orElseThrow());

        assertThat(pressed.reply()).isEqualTo(new Pressed.Reply(OUTDATED, Pressed.Form.ALERT));
    }

    @Test
    void whatWasPressedWhileTheBotWasAwayIsDoneWhileTelegramWaitsForIt() {
        Posted portal = stage.ask(stage.owner, stage.group, "/mute portal 2h");
        Posted mail = stage.ask(stage.owner, stage.group, "/mute mail 2h");
        stage.stop();
        press(stage.owner, portal, "/unmute 1").expire();
        Pressed young = press(stage.owner, mail, "/unmute 2");
        stage.start();

        assertThat(stage.answer(stage.group, portal.id()).text())
                .isEqualTo(
                        "⚠️ The bot was away when a button here was pressed, and did nothing; press it again, where it"
                                + " is still wanted.");
        assertThat(young.reply().text()).isEmpty();
        assertThat(stage.answer(stage.group, mail.id()).text()).contains("mail");
        assertThat(stage.ask(stage.owner, stage.group, "/mutes").text())
                .contains("portal")
                .doesNotContain("mail");
    }

    @Test
    void aButtonIsLetGoWhileItsCommandTakesItsTime() throws Exception {
        Posted muted = stage.ask(stage.owner, stage.group, "/mute mail 2h");
        stage.stop();
        CountDownLatch slow = new CountDownLatch(1);
        stage.start(new StubDesk(line -> {
            try {
                assertThat(slow.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "said " + line;
        }));
        Pressed pressed = press(stage.owner, muted, "/unmute 1");
        assertThat(pressed.reply().text()).isEmpty();
        assertThat(stage.answers(stage.group, muted.id())).isEmpty();
        slow.countDown();

        assertThat(stage.answer(stage.group, muted.id()).text()).contains("said /unmute 1");
    }

    @Test
    void whatWasLeftOutIsOffered() {
        Posted what = stage.ask(stage.owner, stage.group, "/mute");
        assertThat(what.buttons()).contains("/mute portal", "/mute mail", "/mute all");
        Posted when = stage.press(stage.owner, what, "/mute portal");
        assertThat(when.buttons()).contains("/mute portal 30m");
        Posted done = stage.press(stage.owner, when, "/mute portal 30m");

        assertThat(done.text()).contains("Muted");
    }

    @Test
    void whatWasMistypedIsOffered() {
        assertThat(stage.ask(stage.owner, stage.group, "/mute protal 2h rain").buttons())
                .containsExactly("/mute portal 2h rain");
        assertThat(stage.ask(stage.eve, stage.group, "/why prtal").buttons()).contains("/why portal");
        assertThat(stage.ask(stage.eve, stage.group, "/mute").buttons()).isEmpty();
    }

    @Test
    void nothingIsOfferedThatCannotBeTakenBackWithEase() {
        assertThat(stage.ask(stage.owner, stage.group, "/remove").buttons()).isEmpty();
    }

    @Test
    void anAnswerWaitsAsLongAsTelegramAsks() {
        stage.telegram.script().on("sendMessage").times(2).tooMany(Duration.ofSeconds(1));

        assertThat(stage.ask(stage.owner, stage.direct, "/status").text()).contains("of 3 down");
    }

    @Test
    void anAnswerThatIsCutIsSentAgainAndOneThatIsRefusedIsNot() {
        stage.telegram.script().on("sendMessage").cutBefore();
        stage.telegram.script().on("sendMessage").error(FakeError.INTERNAL);
        assertThat(stage.ask(stage.owner, stage.direct, "/status").text()).contains("of 3 down");
        stage.telegram.script().on("sendMessage").error(FakeError.BLOCKED);
        long refused = stage.telegram.talk().says(stage.owner, stage.direct, "/status");
        stage.settled();

        assertThat(stage.answers(stage.direct, refused)).isEmpty();
    }

    @Test
    void longCommandsAreKeptUnderShortKeysOverRestarts() {
        String command = "/edit portal name=\"" + "é".repeat(200) + "\"";
        String data = new Keys(stage.memo()).data(command).orElseThrow();

        assertThat(data).hasSizeLessThanOrEqualTo(Keys.ROOM);
        assertThat(new Keys(stage.memo()).meant(data)).contains(command);
        assertThat(new Keys(stage.memo()).meant(data.replaceFirst(".$", "x"))).isEmpty();
        stage.memo.replaceAll((name, kept) -> name.startsWith("telegram/button/") ? "other\n/x" : kept);
        assertThat(new Keys(stage.memo()).meant(data)).isEmpty();
        assertThat(List.of(new Keys(stage.memo()).data("/status").orElseThrow()))
                .containsExactly("/status");
    }
}
