package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.FakeError;
import dev.tocsin.chat.telegram.fake.FakePerson;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.chat.telegram.fake.Rule;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.notice.Manner.Mention;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who are called to an outage are called by their names, as far as these are known. */
class NamesTest {
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
    void peopleAreCalledByTheirNamesOnceTheseAreKnownAndNoNoticeWaitsForThem() {
        FakePerson mallory = stage.telegram.rooms().person("<b>Mal & Lory</b>");
        stage.manner = calling(mallory.id());
        Rule late = stage.telegram.script().on("getChatMember").late(Duration.ofMinutes(5));
        Stage.receipt(stage.send(stage.direct));
        assertThat(stage.last(stage.direct).text()).isEqualTo("⚠️ api is down\nCalls " + mallory.id());
        late.end();
        Posted named = named(mallory);

        assertThat(named.text()).isEqualTo("⚠️ api is down\nCalls <b>Mal & Lory</b>");
        assertThat(named.first("text_mention")).isEqualTo("<b>Mal & Lory</b>");
        assertThat(stage.telegram.requests("getChatMember")).as("asked once").hasSize(1);
    }

    @Test
    void whoTelegramDoesNotNameIsCalledByTheIdAndAskedForAgainLater() {
        stage.manner = calling(999);
        for (int i = 0; i < 3; i++) {
            Stage.receipt(stage.send(stage.direct));
            stage.pass(Duration.ofMinutes(4));
        }

        assertThat(stage.last(stage.direct).text()).isEqualTo("⚠️ api is down\nCalls 999");
        assertThat(stage.telegram.requests("getChatMember")).hasSize(1);
        stage.pass(Duration.ofMinutes(4));
        Stage.receipt(stage.send(stage.direct));
        stage.telegram.await(
                Duration.ofSeconds(10),
                "asked again",
                () -> stage.telegram.requests("getChatMember").size() == 2);
    }

    @Test
    void aNameThatIsHeardMeanwhileDoublesNothing() {
        stage.manner = calling(stage.ada.id());
        Message message = Stage.DOWN.and(new Block.Document("all.txt", "all"));
        String address = Long.toString(stage.direct.id());
        stage.telegram.script().on("sendDocument").error(FakeError.tooMany(Duration.ofSeconds(2)));
        Stage.deferred(stage.send(address, message, "k", Optional.empty()));
        Posted named = named(stage.ada);
        stage.pass(Duration.ofSeconds(5));
        Stage.receipt(stage.send(address, message, "k", Optional.empty()));

        assertThat(stage.shown(stage.direct).getFirst().text()).endsWith("Calls " + stage.ada.id());
        assertThat(stage.shown(stage.direct)).hasSize((int) named.id() + 1);
    }

    /** The first notice that calls the person by name. */
    private Posted named(FakePerson person) {
        for (int i = 0; i < 100; i++) {
            stage.pass(Duration.ofSeconds(4));
            Stage.receipt(stage.send(stage.direct));
            if (stage.last(stage.direct).text().endsWith("Calls " + person.name())) {
                return stage.last(stage.direct);
            }
        }
        throw new AssertionError("never by name: " + stage.last(stage.direct).text());
    }

    private static Manner calling(long person) {
        return new Manner(Manner.Following.REPLY, List.of(new Mention(Mention.Kind.USER, Long.toString(person))));
    }
}
