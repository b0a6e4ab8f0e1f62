package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names made to format, to break or to hide: the fake takes no call that Telegram would not. */
class HostileAnswersTest {
    private static final List<String> NAMES = List.of(
            "<b>bold</b>",
            "&amp; & &#60; <",
            "</pre></code>",
            "_*[]()~`>#+-=|{}.!",
            "<a href=\"tg://user?id=1\">x</a>",
            "x".repeat(5_000),
            "😀".repeat(2_100),
            "e\u0301".repeat(2_100),
            "\u05E9\u05DC\u05D5\u05DD \u202Etxt.exe",
            "@everybody /mute",
            "\u200B \u200B");

    @TempDir
    Path folder;

    private InStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new InStage(folder);
        stage.rig.declare(IntStream.range(0, NAMES.size())
                .mapToObj(i -> named("target-" + (i + 10), NAMES.get(i)))
                .toList());
        stage.rig.run(Duration.ofMinutes(1));
        stage.rig.dead.add("target-");
        stage.rig.run(Duration.ofMinutes(2));
        stage.start();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static Target named(String id, String name) {
        Target plain = Samples.target(id);
        return new Target(
                new TargetId(id),
                name,
                plain.check(),
                plain.network(),
                plain.tags(),
                plain.severity(),
                plain.pace(),
                plain.confirm(),
                plain.zone(),
                plain.origin());
    }

    @Test
    void answersSayThemAndMeanNothingByThem() {
        List<String> lines =
                new ArrayList<>(List.of("/status", "/targets", "/incidents", "/mutes", "/export", "/mute"));
        IntStream.range(0, NAMES.size())
                .forEach(i -> lines.addAll(List.of("/why target-" + (i + 10), "/incident " + (i + 1))));
        lines.add("/mute <b>x</b> 2h");
        lines.add("/" + "x".repeat(4_000));
        NAMES.stream().filter(name -> !name.isBlank() && name.length() < 4_000).forEach(lines::add);
        for (String line : lines) {
            Posted answer = stage.ask(stage.owner, stage.direct, line);
            assertThat(answer.text()).as(line).isNotBlank();
        }

        assertThat(stage.ask(stage.owner, stage.direct, "/why target-10").text())
                .contains("<b>bold</b>");
        assertThat(stage.telegram.faults()).isEmpty();
    }

    @Test
    void peopleMayBeCalledAnything() {
        for (String name : List.of("<b>", "&", "😀😀", "\u202E")) {
            var person = stage.telegram.rooms().person(name);
            var own = stage.telegram.rooms().direct(person);
            assertThat(stage.ask(person, own, "/status").text()).contains("down");
            assertThat(stage.ask(person, own, "/mute target-10 2h").text()).contains("is for the bot's admins");
        }
        assertThat(stage.ask(stage.owner, stage.direct, "/audit").text()).contains("<b>");
    }
}
