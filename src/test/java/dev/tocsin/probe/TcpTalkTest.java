package dev.tocsin.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Expectation;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.Talk;
import dev.tocsin.core.target.TlsTerms;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpTalkTest {
    private static final Duration SHORT = Duration.ofMillis(700);

    private final Looking looking = new Looking();

    @AfterEach
    void close() {
        looking.close();
    }

    @Test
    void anEchoOfWhatWasSentIsFoundWithEscapesAsBytes() {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            byte[] sent = connection.getInputStream().readNBytes(9);
            connection.getOutputStream().write(("[" + new String(sent, ISO_8859_1) + "]").getBytes(ISO_8859_1));
            Looking.waitForEver();
        })) {
            Finding finding = looking.look(talk(server, "a\\r\\n\\t\\0\\\\\\xffé", "\\[a\\r\\n\\t\\x00\\\\\\xffÃ©\\]"));

            assertThat(Looking.said(finding)).isEqualTo("up");
            assertThat(finding.timings().phases()).containsKeys(Phase.DNS, Phase.TCP, Phase.TALK);
            assertThat(finding.trail().expectations())
                    .extracting(Expectation::result)
                    .containsExactly(Expectation.Result.MET);
        }
    }

    @Test
    void aBannerInPiecesIsFoundWithoutWaitingForMore() {
        try (LoopbackServer server = new LoopbackServer(
                connection -> Looking.drip(connection.getOutputStream(), "SSH-2.0-x\r\n".getBytes(US_ASCII)))) {
            assertThat(Looking.said(looking.look(talk(server, null, "^SSH-2\\.0-"))))
                    .isEqualTo("up");
        }
    }

    @Test
    void anotherAnswerIsToldWithoutCharactersThatSteerATerminal() {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            connection.getOutputStream().write("-ERR\r\n \033[31mno\007".getBytes(US_ASCII));
            connection.close();
        })) {
            assertThat(Looking.said(looking.look(talk(server, null, "PONG"))))
                    .isEqualTo("TALK tcp_answer -ERR ·[31mno·, then the connection was closed");
        }
    }

    @Test
    void aServerThatClosesAtOnceAnsweredNothing() {
        try (LoopbackServer server = new LoopbackServer(connection -> connection.close())) {
            assertThat(Looking.said(looking.look(talk(server, null, "."))))
                    .isEqualTo("TALK tcp_answer nothing, then the connection was closed");
        }
    }

    @Test
    void aSilentServerAndADrippingOneEndWithTheDeadline() {
        try (LoopbackServer silent = new LoopbackServer(connection -> Looking.waitForEver());
                LoopbackServer dripping = new LoopbackServer(
                        connection -> Looking.drip(connection.getOutputStream(), new byte[] {'z'}))) {
            assertThat(Looking.said(looking.look(talk(silent, null, "x"), SHORT)))
                    .isEqualTo("TALK tcp_answer nothing, and no more in time");
            assertThat(Looking.said(looking.look(talk(dripping, null, "x"), SHORT)))
                    .startsWith("TALK tcp_answer z")
                    .endsWith(", and no more in time");
        }
    }

    @Test
    void anEndlessAnswerIsReadUpToItsLimit() {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            while (true) {
                connection.getOutputStream().write("y".repeat(10_000).getBytes(US_ASCII));
            }
        })) {
            assertThat(Looking.said(looking.look(talk(server, null, "x"))))
                    .startsWith("TALK tcp_answer yyy")
                    .endsWith("…, and more than 64 KiB");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "^(a|b|ab)*c"})
    void anExpressionThatNeverEndsIsEndedByTheDeadline(String regex) {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            connection.getOutputStream().write(("a".repeat(5_000) + "!\r\n!").getBytes(US_ASCII));
            Looking.waitForEver();
        })) {
            assertThat(Looking.said(looking.look(talk(server, null, regex), SHORT)))
                    .startsWith("TALK tcp_answer aaa");
        }
    }

    @Test
    void nothingToSayIsAConnectionAlone() {
        try (LoopbackServer server = new LoopbackServer(connection -> Looking.waitForEver())) {
            Finding finding = looking.look(new Check.Tcp("127.0.0.1", server.port()));

            assertThat(Looking.said(finding)).isEqualTo("up");
            assertThat(finding.timings().phases()).doesNotContainKey(Phase.TALK);
        }
    }

    private static Check.Tcp talk(LoopbackServer server, @Nullable String send, @Nullable String reply) {
        return new Check.Tcp(
                "127.0.0.1",
                server.port(),
                new Talk(Optional.empty(), Optional.ofNullable(send), Optional.ofNullable(reply)),
                TlsTerms.STRICT,
                Route.DIRECT,
                Optional.empty());
    }
}
