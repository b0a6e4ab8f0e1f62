package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.FakeChat;
import dev.tocsin.chat.telegram.fake.FakePerson;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.chat.telegram.fake.Pressed;
import dev.tocsin.chat.telegram.fake.Recorded;
import dev.tocsin.engine.StoreUnavailable;
import dev.tocsin.sample.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A word that was left out, chosen among many. */
class ChoosingTest {
    private static final int TARGETS = 100;
    private static final String NOT_YOURS = "These pages are for those who may ask for them.";

    @TempDir
    Path folder;

    private InStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new InStage(folder);
        targets("site-");
        stage.start();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void targets(String prefix) {
        stage.rig.declare(IntStream.rangeClosed(1, TARGETS)
                .mapToObj(i -> Samples.target(prefix + i))
                .toList());
    }

    private static String button(Posted under, String label) {
        for (var row : under.markup().path("inline_keyboard")) {
            for (var button : row) {
                if (button.path("text").asText().equals(label)) {
                    return button.path("callback_data").asText();
                }
            }
        }
        throw new AssertionError("no button " + label + " in " + under.markup());
    }

    private Posted leafed(Posted page, String label) {
        return PressesTest.turned(stage, stage.owner, page, button(page, label));
    }

    private Posted question(FakePerson who, Posted under) {
        long before = kept();
        Posted question = stage.press(who, under, button(under, "Search"));
        stage.telegram.await(InStage.SOON, "a note of it", () -> kept() > before);
        return question;
    }

    private long kept() {
        return stage.memo.values().stream()
                .filter(text -> text.contains("\nfind:"))
                .count();
    }

    private Posted searched(FakeChat chat, Posted question, String part) {
        return stage.answer(chat, stage.telegram.talk().replies(stage.owner, chat, question.id(), part));
    }

    private static List<String> lines(Posted page) {
        return page.buttons().stream().filter(data -> data.startsWith("/")).toList();
    }

    @Test
    void everyTargetIsOnOnePageAndThePageLeadsOn() {
        Posted page = stage.ask(stage.owner, stage.group, "/mute");
        String asked = page.text();
        List<String> all = new ArrayList<>(lines(page));
        assertThat(all).hasSize(Shelf.ROWS).first().isEqualTo("/mute all");
        assertThat(page.buttons().size()).isEqualTo(Shelf.ROWS + 3);
        for (int i = 2; i <= 13; i++) {
            page = leafed(page, "▶");
            assertThat(button(page, i + " of 13")).isNotEmpty();
            all.addAll(lines(page));
        }
        assertThat(page.text()).isEqualTo(asked);
        assertThat(page.markup().toString()).doesNotContain("▶");
        assertThat(all)
                .doesNotHaveDuplicates()
                .containsAll(IntStream.rangeClosed(1, TARGETS)
                        .mapToObj(i -> "/mute site-" + i)
                        .toList());
        Posted back = leafed(page, "◀");
        Posted when = stage.press(stage.owner, back, lines(back).getFirst());
        Posted done = stage.press(stage.owner, when, lines(back).getFirst() + " 2h");

        assertThat(done.text()).contains("Muted");
    }

    @Test
    void fewChoicesHaveNoPagesAndNoSearch() {
        assertThat(stage.ask(stage.owner, stage.group, "/mute site-7").buttons())
                .containsExactly("/mute site-7 30m", "/mute site-7 2h", "/mute site-7 8h", "/mute site-7 tomorrow");
    }

    @Test
    void aPartOfANameIsSearchedByAReplyWhichABotHearsInPrivacyMode() {
        Posted page = stage.ask(stage.owner, stage.group, "/mute");
        Posted question = question(stage.owner, page);
        assertThat(question.text()).isEqualTo("Olga, answer this message with a part of the name, for /mute.");
        assertThat(question.entities().toString()).contains("tg://user?id=" + stage.owner.id());
        Recorded sent = stage.telegram.requests("sendMessage").getLast();
        assertThat(sent.parameters()
                        .structure("reply_markup")
                        .path("force_reply")
                        .asBoolean())
                .isTrue();
        assertThat(sent.parameters().structure("reply_markup").path("selective").asBoolean())
                .isTrue();
        stage.telegram.talk().says(stage.owner, stage.group, "site-4");
        Posted found = searched(stage.group, question, "  SITE-4 ");

        assertThat(found.text()).isEqualTo("11 choices with \"SITE-4\" for /mute");
        assertThat(lines(found)).hasSize(Shelf.ROWS).contains("/mute site-4", "/mute site-40");
        assertThat(lines(leafed(found, "▶"))).hasSize(3);
    }

    @Test
    void whatIsNotFoundIsSearchedAgain() {
        Posted question = question(stage.owner, stage.ask(stage.owner, stage.direct, "/mute"));
        Posted nothing = searched(stage.direct, question, "harbour <b>");
        assertThat(nothing.text()).isEqualTo("⚠️ Nothing has \"harbour <b>\" in its name.");
        Posted again = searched(stage.direct, question(stage.owner, nothing), "site-77");

        assertThat(again.buttons()).containsExactly("/mute site-77");
    }

    @Test
    void pagesAndSearchesOutliveARestart() {
        Posted page = stage.ask(stage.owner, stage.group, "/mute");
        Posted question = question(stage.owner, page);
        stage.restart();
        assertThat(lines(leafed(page, "▶"))).hasSize(Shelf.ROWS);

        assertThat(searched(stage.group, question, "site-77").buttons()).containsExactly("/mute site-77");
    }

    @Test
    void whoMayNotChooseMayNeitherLeafNorSearch() {
        Posted page = stage.ask(stage.owner, stage.group, "/mute");
        Posted question = question(stage.owner, page);
        Pressed next = stage.telegram.talk().presses(stage.eve, stage.group.id(), page.id(), button(page, "▶"));
        assertThat(next.reply()).isEqualTo(new Pressed.Reply(NOT_YOURS, Pressed.Form.ALERT));
        Pressed search = stage.telegram.talk().presses(stage.eve, stage.group.id(), page.id(), button(page, "Search"));
        assertThat(search.reply()).isEqualTo(new Pressed.Reply(NOT_YOURS, Pressed.Form.ALERT));
        long asked = stage.telegram.talk().replies(stage.eve, stage.group, question.id(), "site-7");

        Posted refused = stage.answer(stage.group, asked);
        assertThat(refused.buttons()).isEmpty();
        assertThat(refused.text()).doesNotContain("choice");
    }

    @Test
    void inAChannelTheQuestionForcesNobody() {
        FakeChat news = stage.telegram.rooms().open(FakeChat.Kind.CHANNEL, "News", stage.ana);
        Posted page = stage.answer(news, stage.telegram.talk().posts(news, "/why"));
        Posted question = question(stage.ana, page);
        assertThat(question.text()).isEqualTo("To search, answer this message with a part of the name, for /why.");
        Posted found = stage.answer(news, stage.telegram.talk().answers(news, question.id(), "site-77"));

        assertThat(found.buttons()).containsExactly("/why site-77");
    }

    @Test
    void inATopicTheQuestionStandsInTheTopic() {
        FakeChat forum = stage.telegram.rooms().open(FakeChat.Kind.FORUM, "Forum", stage.ana);
        long topic = stage.telegram.rooms().topic(forum, stage.ana, "alerts");
        Posted page = stage.answer(forum, stage.telegram.talk().says(stage.ana, forum, topic, "/why"));

        assertThat(question(stage.ana, page).topic()).hasValue(topic);
    }

    @Test
    void longWordsAreCarriedByKeysWhichRunOutHonestly() {
        targets("a-target-with-such-a-long-name-that-its-command-does-not-fit-");
        Posted page = stage.ask(stage.owner, stage.group, "/mute");
        Posted begun = stage.ask(stage.owner, stage.group, "/mute such-a-long-name-that-its-command 2h");
        assertThat(begun.buttons())
                .allMatch(data -> data.getBytes(StandardCharsets.UTF_8).length <= Keys.ROOM)
                .anyMatch(data -> data.startsWith(Keys.KEPT));
        Posted next = leafed(begun, "▶");
        assertThat(next.buttons()).isNotEqualTo(begun.buttons());
        String far = page.buttons().stream()
                .filter(data -> data.startsWith(Keys.KEPT))
                .findFirst()
                .orElseThrow();
        stage.restart();
        assertThat(stage.press(stage.owner, page, far).text()).contains("<for> is missing");
        stage.memo.keySet().removeIf(name -> name.startsWith("telegram/button/"));
        Pressed old = stage.telegram.talk().presses(stage.owner, stage.group.id(), page.id(), far);

        assertThat(old.reply())
                .isEqualTo(new Pressed.Reply(
                        "That is too old to act on; ask again with the command itself, or see /help.",
                        Pressed.Form.ALERT));
    }

    @Test
    void aButtonThatTheStoreCannotKeepIsLeftOut() {
        targets("a-target-with-such-a-long-name-that-its-command-does-not-fit-");
        stage.settled();
        stage.memoFails.set(new StoreUnavailable("a test's", new IllegalStateException()));
        Posted page = stage.ask(stage.owner, stage.group, "/mute");

        assertThat(page.text()).contains("<what> is missing");
    }
}
