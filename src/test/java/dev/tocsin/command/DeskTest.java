package dev.tocsin.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.console.Plain;
import dev.tocsin.command.builtin.CommandBook;
import dev.tocsin.config.ConfigReader;
import dev.tocsin.config.ConfigReading;
import dev.tocsin.config.ConfigTargetNotation;
import dev.tocsin.config.Settings;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.engine.Reply;
import dev.tocsin.engine.Request;
import dev.tocsin.engine.Rig;
import dev.tocsin.sample.Golden;
import dev.tocsin.sample.Nights;
import dev.tocsin.sample.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types lines at the whole bot, its clock moved by hand, and reads what it answers. */
class DeskTest {
    @TempDir
    Path folder;

    private Rig rig;
    private CommandDesk desk;
    private Surroundings here;
    private final StringBuilder transcript = new StringBuilder();
    private Caller caller = new Caller("ana", Role.ADMIN, Samples.CONSOLE, ZoneOffset.UTC);

    @BeforeEach
    void open() throws IOException {
        rig = new Rig(folder);
        rig.declare(List.of(Samples.target("portal"), Samples.target("mail"), Samples.target("tax")));
        Path config = Files.writeString(folder.resolve("bot-config.json"), "{}");
        Settings settings = ((ConfigReading.Good) new ConfigReader(name -> Optional.empty()).read(config)).settings();
        here = new Surroundings(
                rig.engine,
                rig.archive(),
                rig.inline(),
                Optional::empty,
                new ConfigTargetNotation(() -> settings, () -> List.of(Samples.GOV)),
                () -> rig.time.now(),
                "1.2.3",
                () -> new Administration(
                        "bot-config.json",
                        Samples.NOON,
                        List.of("line 3 is wrong"),
                        List.of(),
                        List.of("discord:77"),
                        List.of(Samples.CONSOLE),
                        "data/tocsin.db",
                        Duration.ofDays(30)));
        desk = new CommandDesk(CommandBook.commands(here), here);
        rig.run(Duration.ofMinutes(2));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aNightAtTheDesk() {
        Nights.outage(this::type, move -> move.accept(rig));
        Golden.holds(Path.of("src/test/resources/transcripts/a-night.txt"), transcript.toString());
    }

    @Test
    void targetsComeChangeAndGo() {
        Nights.targets(this::type);
        Golden.holds(Path.of("src/test/resources/transcripts/targets.txt"), transcript.toString());
    }

    @Test
    void wrongInputIsAnsweredWithWhatWasExpected() {
        Nights.mistakes().forEach(this::type);
        Golden.holds(Path.of("src/test/resources/transcripts/wrong-input.txt"), transcript.toString());
    }

    @Test
    void aTimeIsTakenWholeOrRefusedWhole() {
        assertThat(answer("/mute mail tomorrow at 06:00 new disks"))
                .contains("until 06:00 Sun 17 Jul UTC")
                .contains("Reason  new disks");
        assertThat(answer("/mute what=mail for=tomorrow at 6 am")).contains("until 06:00 Sun 17 Jul UTC");
        assertThat(answer("/mute mail tomorrow \"6 disks\"")).contains("until 00:00", "Reason  6 disks");
        assertThat(answer("/mute mail tomorrow at six")).contains("\"tomorrow at six\" does not fit <for>");
        assertThat(answer("/mute mail until fri 25:00")).contains("\"until fri 25:00\" does not fit <for>");
        assertThat(answer("/mute mail until 18:00 pm")).contains("\"until 18:00 pm\" does not fit <for>");
        assertThat(answer("/mute mail next week")).contains("\"next week\" does not fit <for>");
        assertThat(answer("/mute mail today 08:00")).contains("\"today 08:00\" is past: it is 12:02");
        assertThat(answer("/maintenance mail 2h today 08:00 x")).contains("\"today 08:00\" is past");
        assertThat(answer("/maintenance mail 2h at 25:00")).contains("\"at 25:00\" does not fit <start>");
        assertThat(answer("/maintenance mail for 1.5h tomorrow at 6 pm new switches"))
                .contains("from 18:00 Sun 17 Jul UTC until 19:30", "Reason  new switches");
    }

    @Test
    void aPausedTargetDoesNotHideItsOutage() {
        rig.dead.add("portal");
        rig.run(Duration.ofMinutes(2));
        desk.answer(caller, "/pause portal");

        assertThat(answer("/status")).contains("1 paused (outage #1 open)");
        assertThat(answer("/status mail")).doesNotContain("outage #1");
    }

    @Test
    void theStatusOfOneTargetListsItsMutesOnly() {
        desk.answer(caller, "/mute mail 2h");

        assertThat(answer("/status portal")).doesNotContain("Notices held back");
        assertThat(answer("/status mail")).contains("Notices held back");
    }

    @Test
    void theUndoOfUnmuteKeepsPurposeReasonAndEnd() {
        desk.answer(caller, "/mute mail 95m 30 \"new\" disks");
        desk.answer(caller, "/maintenance portal 14h new switches");
        desk.answer(caller, "/maintenance tax 90m tomorrow 06:00 at 5 sites");
        rig.run(Duration.ofSeconds(7));

        assertThat(undo("/unmute 1")).isEqualTo("/mute mail until 2022-07-16 13:37 \"30 'new' disks\"");
        assertThat(undo("/unmute 2")).isEqualTo("/maintenance portal 14h \"new switches\"");
        assertThat(undo("/unmute 3")).isEqualTo("/maintenance tax 1h30m 2022-07-17 06:00 \"at 5 sites\"");
        assertThat(answer("/mute mail until 2022-07-16 13:37 \"30 'new' disks\""))
                .contains("Reason  30 'new' disks");
        assertThat(answer("/maintenance tax 1h30m 2022-07-17 06:00 \"at 5 sites\""))
                .contains("from 06:00 Sun 17 Jul UTC until 07:30", "Reason  at 5 sites");
    }

    @Test
    void aNoteInQuotesIsToldWithoutThem() {
        rig.dead.add("portal");
        rig.run(Duration.ofMinutes(2));
        desk.answer(caller, "/note 1 \"Ministry of X\" \"cable cut\"");

        assertThat(answer("/incident 1")).contains("Per Ministry of X  cable cut");
    }

    @Test
    void anAddressMayBeFollowedByPairs() {
        assertThat(answer("/add http://www.example.org/ every=2m name=\"Our page\""))
                .contains("Watching example.org", "every=2m", "name=\"Our page\"");
        assertThat(answer("/add db.example:5432 id=db")).contains("Watching db ");
        assertThat(answer("/add db.example:5432 what")).contains("neither an address");
        assertThat(answer("/subscribe db")).contains("1 target today");
    }

    @Test
    void whatIsRemovedIsNamedToItsEnd() {
        desk.answer(caller, "/add db.example:5432 id=database");

        assertThat(answer("/remove datab")).contains("the whole id or name of a target; did you mean database?");
        assertThat(answer("/remove database")).contains("no longer watched");
    }

    @Test
    void aMistypedPracticeNameIsAnsweredWithTheNearest() {
        Practice practice = new Practice() {
            @Override
            public List<String> names() {
                return List.of("practice-gov", "tax-portal");
            }

            @Override
            public List<String> set(Mode mode, Optional<String> name) {
                throw new IllegalArgumentException("Nothing is called so.");
            }
        };
        Surroundings practising = new Surroundings(
                here.situation(),
                here.archive(),
                here.requests(),
                () -> Optional.of(practice),
                here.notation(),
                here.clock(),
                here.version(),
                here.administration());
        desk = new CommandDesk(CommandBook.commands(practising), practising);

        assertThat(answer("/practice shutdown tax-protal"))
                .contains("Did you mean tax-portal? Known are: practice-gov, tax-portal.");
    }

    @Test
    void drillsDoNotSpendWhatOutagesMaySay() {
        rig.said.clear();
        for (int drill = 1; drill <= 5; drill++) {
            desk.answer(caller, "/drill " + drill);
            rig.run(Duration.ofSeconds(1));
        }

        assertThat(rig.said).hasSize(5);
    }

    @Test
    void aRequestThatNobodyTookUpIsStillWaiting() {
        Reply reply = rig.engine.submit(new Request.EndSilence(9, "ana"));

        assertThat(reply).isEqualTo(new Reply.Waiting());
    }

    @Test
    void whoeverMayNotIsToldSoAndItIsAudited() {
        caller = new Caller("eve", Role.EVERYONE, Samples.CONSOLE, ZoneOffset.UTC);

        Message answer = desk.answer(caller, "/mute all 2h");

        assertThat(answer.tone()).isEqualTo(Tone.ERROR);
        assertThat(Plain.text(answer)).contains("for the bot's admins");
        assertThat(rig.archive().audit(1).getFirst().result()).startsWith("denied");
        assertThat(desk.complete(caller, "/", 99))
                .extracting(Desk.Candidate::word)
                .contains("/status")
                .doesNotContain("/mute");
    }

    @Test
    void everyExampleOfEverySpecReads() {
        for (CommandSpec spec : desk.specs()) {
            assertThat(spec.summary()).hasSizeLessThanOrEqualTo(100);
            for (String example : spec.examples()) {
                Message answer =
                        desk.answer(caller, example.replace("api", "portal").replace("Tax filing portal", "The tax"));
                assertThat(Plain.text(answer))
                        .as(example)
                        .doesNotContain("Usage")
                        .doesNotContain("fault");
            }
        }
    }

    @Test
    void undoLinesUndo() {
        String before = Plain.text(desk.answer(caller, "/targets"));
        for (String line : List.of(
                "/add id=db tcp=db.example:5432 name=\"A \\\"b\\\"\"",
                "/mute portal 95m",
                "/pause mail",
                "/subscribe tax high")) {
            Message done = desk.answer(caller, line);
            Message undone = desk.answer(caller, done.suggestions().getFirst().command());
            assertThat(undone.tone()).as(line).isEqualTo(Tone.GOOD);
        }

        assertThat(Plain.text(desk.answer(caller, "/targets"))).isEqualTo(before);
        assertThat(rig.engine.mutes()).isEmpty();
        assertThat(rig.engine.subscriptions()).hasSize(1);
    }

    @Test
    void hostileLinesAreAnsweredAndNeverThrow() {
        Random random = new Random(11);
        String alphabet = "/ \"=:#,.-ab1\u0000\u001b\u202e\u00e9\ud83d\ude00\n\tmutestatus";
        List<String> names = desk.specs().stream().map(CommandSpec::name).toList();
        for (int i = 0; i < 3_000; i++) {
            StringBuilder line =
                    new StringBuilder(i % 2 == 0 ? "/" + names.get(random.nextInt(names.size())) + " " : "");
            for (int length = random.nextInt(60); length > 0; length--) {
                line.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String answer = Plain.text(desk.answer(caller, line.toString()));
            assertThat(answer).as(line.toString()).isNotBlank().doesNotContain("fault of the bot");
            assertThat(answer.chars().filter(c -> c < 32 && c != '\n'))
                    .as(line.toString())
                    .isEmpty();
            desk.complete(caller, line.toString(), 10);
        }
    }

    @Test
    void historySaysThatTheNewestLooksAreNotKept() {
        assertThat(Plain.text(desk.answer(caller, "/history portal 1m"))).doesNotContain("Not kept");

        rig.breakLooks(true);
        rig.run(Duration.ofMinutes(3));

        assertThat(Plain.text(desk.answer(caller, "/history portal 1m")))
                .contains("no look is kept")
                .containsPattern(
                        "Not kept +looks of the last while are not counted here: [1-9]\\d* of all targets wait")
                .containsPattern("The disk is\\s+full\\.");
    }

    @Test
    void secretsAreNotAudited() {
        desk.answer(caller, "/note 1 x token=abc123 https://me:hunter2@x.example/");

        assertThat(rig.archive().audit(1).getFirst().command())
                .doesNotContain("abc123")
                .doesNotContain("hunter2");
    }

    @Test
    void completionKnowsCommandsTargetsAndChoices() {
        assertThat(words("/sta")).containsExactly("/status");
        assertThat(words("/why ")).contains("portal", "mail", "tax");
        assertThat(words("/mute ma")).containsExactly("mail");
        assertThat(words("/subscribe network:")).containsExactly("network:gov");
        assertThat(words("/practice s")).containsExactly("shutdown", "slow");
    }

    private String undo(String line) {
        return desk.answer(caller, line).suggestions().getFirst().command();
    }

    private String answer(String line) {
        return Plain.text(desk.answer(caller, line));
    }

    private List<String> words(String line) {
        return desk.complete(caller, line, 20).stream()
                .map(Desk.Candidate::word)
                .toList();
    }

    private void type(String line) {
        rig.said.clear();
        transcript.append("> ").append(line).append('\n');
        transcript.append(Plain.text(desk.answer(caller, line)).indent(2)).append('\n');
    }
}
