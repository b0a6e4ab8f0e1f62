package dev.tocsin.core.message;

import static dev.tocsin.sample.NoticeBook.SOON;
import static dev.tocsin.sample.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.console.Plain;
import dev.tocsin.core.detect.Cover;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.sample.Golden;
import dev.tocsin.sample.NoticeBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoticeWriterTest {
    @Test
    void everyNoticeReadsAsItIsMeant() {
        StringBuilder page = new StringBuilder();
        NoticeBook.all()
                .forEach((title, message) -> page.append("## ")
                        .append(title)
                        .append("\n\n")
                        .append(Plain.text(message))
                        .append("\n\n"));
        Golden.holds(Path.of("src/test/resources/notices/all.txt"), page.toString());
    }

    @Test
    void noNoticeNamesACauseOrClaimsMoreThanWasMeasured() {
        assertThat(NoticeBook.all().values())
                .allSatisfy(message -> assertThat(Plain.text(message))
                        .doesNotContainIgnoringCase("attack")
                        .doesNotContainIgnoringCase("hacked")
                        .doesNotContainIgnoringCase("ddos")
                        .doesNotContainIgnoringCase("shut down by")
                        .doesNotContainIgnoringCase("network is down"));
    }

    @Test
    void namesFromOutsideCannotBreakALine() {
        Incident nasty = NoticeBook.incident("a\u001b[31m\n\u202eevil\u200b@everyone", NOON, Cover.WATCHED);

        assertThat(Plain.text(NoticeWriter.write(new Notice.Outage(nasty), SOON)))
                .doesNotContain("\u001b")
                .doesNotContain("\u202e")
                .contains("a [31m evil @everyone");
    }

    @Test
    void anOutageThatIsOverIsToldAsOverInACatchUp() {
        Incident open = NoticeBook.incident("Portal", NOON, Cover.WATCHED);
        String text = Plain.text(CatchUp.write(
                List.of(
                        new Notice.Outage(open),
                        new Notice.Restored(NoticeBook.over(open, 60), NOON.plusSeconds(70)),
                        NoticeBook.drill()),
                NOON.plusSeconds(4_000)));

        assertThat(text)
                .contains("Portal answers again")
                .contains("catches up on 3 notices")
                .doesNotContain("does not answer");
    }

    @Test
    void manyLinesAreCutWithTheirNumber() {
        List<Notice> notices = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(i -> (Notice) new Notice.Trouble("x", "trouble " + i, SOON))
                .toList());

        assertThat(Plain.text(CatchUp.write(notices, SOON))).contains("+39 more");
    }
}
