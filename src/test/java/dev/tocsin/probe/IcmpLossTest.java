package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.core.observe.Expectation;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a look makes of echoes, in a time that moves only when it waits. */
class IcmpLossTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final LookParts parts = new LookParts();
    private final Line line = new Line();

    @AfterEach
    void close() {
        parts.close();
    }

    @Test
    void answersToAllEchoesAreUpWithTheirRoundTrips() {
        Finding finding = look("3 9 6 2", 0, Optional.empty());

        assertThat(finding.outcome()).isEqualTo(new Outcome.Up());
        assertThat(finding.trail().remarks())
                .containsExactly("4 of 4 echoes answered, 0 % lost", "round trip 2 ms min, 5 ms average, 9 ms max");
        assertThat(finding.trail().expectations())
                .containsExactly(
                        new Expectation("at most 0 % lost", "0 of 4 echoes lost (0 %)", Expectation.Result.MET));
        assertThat(finding.address()).contains("127.0.0.1");
        assertThat(finding.timings().phases()).containsKey(Phase.ICMP);
    }

    @Test
    void echoesAreAQuarterOfASecondApart() {
        look("3 9 6 2", 0, Optional.empty());

        assertThat(line.sentAtMillis).containsExactly(0L, 250L, 500L, 750L);
    }

    @Test
    void whereTimeIsShortEchoesAreCloserSoThatHalfOfItIsLeftForTheLastAnswer() {
        Finding finding = look("1 1 1 1 1 1 1 1 1 1", 0, Optional.empty(), Duration.ofSeconds(1));

        assertThat(finding.outcome()).isEqualTo(new Outcome.Up());
        assertThat(line.sentAtMillis).hasSize(10).endsWith(450L);
    }

    @ParameterizedTest
    @CsvSource({
        "1 1 1 -, 25, DEGRADED, 1 of 4 echoes lost (25 %)",
        "1 1 - -, 25, DOWN, '2 of 4 echoes lost (50 %), at most 25 %'",
        "1 - 1, 33, DOWN, '1 of 3 echoes lost (33.3 %), at most 33 %'",
        "1 - 1, 34, DEGRADED, 1 of 3 echoes lost (33.3 %)",
        "- 1, 0, DOWN, '1 of 2 echoes lost (50 %), at most 0 %'",
        "1 x, 99, DEGRADED, 1 of 2 echoes lost (50 %)"
    })
    void lossUpToTheLimitIsDegradedAndMoreIsDown(String answers, int mostLost, String wanted, String detail) {
        Failure failure = new Failure(Phase.ICMP, FailureKind.ICMP_LOSS, detail);

        assertThat(look(answers, mostLost, Optional.empty()).outcome())
                .isEqualTo(wanted.equals("DOWN") ? new Outcome.Down(failure) : new Outcome.Degraded(failure));
    }

    @Test
    void noAnswerAtAllIsATimeoutWhateverTheLimitAndEndsWithTheDeadline() {
        Finding finding = look("- - -", 99, Optional.empty());

        assertThat(finding.outcome())
                .isEqualTo(new Outcome.Down(
                        new Failure(Phase.ICMP, FailureKind.ICMP_TIMEOUT, "3 of 3 echoes lost (100 %)")));
        assertThat(finding.timings().total()).isEqualTo(TIMEOUT);
        assertThat(line.open).allMatch(CompletableFuture::isCancelled);
    }

    @Test
    void refusedEchoesAreUnreachableWithTheReason() {
        Finding finding = look("x x", 0, Optional.empty());

        assertThat(finding.outcome())
                .isEqualTo(new Outcome.Down(new Failure(Phase.ICMP, FailureKind.ICMP_UNREACHABLE, "host unreachable")));
        assertThat(finding.timings().total()).isLessThan(TIMEOUT);
    }

    @Test
    void theAverageRoundTripIsWhatCountsAsSlow() {
        assertThat(look("3 9 6 2", 0, Optional.of(Duration.ofMillis(5))).outcome())
                .isEqualTo(new Outcome.Up());
        assertThat(look("30 90 60 20", 0, Optional.of(Duration.ofMillis(49))).outcome())
                .isEqualTo(new Outcome.Degraded(new Failure(Phase.ICMP, FailureKind.TOO_SLOW, "50 ms, at most 49 ms")));
    }

    @Test
    void aFaultOfThisMachineJudgesNothing() {
        assertThat(look("1 !", 0, Optional.empty()).outcome())
                .isEqualTo(new Outcome.Unjudged(
                        Outcome.Reason.INTERNAL, "ICMP cannot be sent: No buffer space available"));
    }

    @Test
    void whereNoWayIsAllowedTheLookJudgesNothingAndTellsTheRemedy() throws IOException {
        IcmpLook look = new IcmpLook(parts.names(), new IcmpAccess(List.of(family -> Optional.empty())), line);

        assertThat(look.look(check("127.0.0.1", 1, 0, Optional.empty()), course(Reach.ANYWHERE, TIMEOUT)))
                .isEqualTo(new Outcome.Unjudged(Outcome.Reason.INTERNAL, IcmpAccess.REMEDY));
        assertThat(look.remedy()).contains(IcmpAccess.REMEDY);
    }

    @Test
    void waysAreTriedInOrderOnceAndTroubleOfTheMomentIsNotRemembered() throws IOException {
        List<String> tried = new ArrayList<>();
        IcmpAccess access = new IcmpAccess(List.of(
                family -> {
                    tried.add("first");
                    return Optional.empty();
                },
                family -> {
                    tried.add("second");
                    if (tried.size() < 3) {
                        throw new IcmpTrouble("Too many open files");
                    }
                    return Optional.of(line);
                }));

        assertThat(access.remedy()).contains("ICMP is not available here: Too many open files");
        assertThat(access.socket(IcmpFamily.V4)).contains(line);
        assertThat(access.socket(IcmpFamily.V4)).contains(line);
        assertThat(tried).containsExactly("first", "second", "first", "second");
    }

    @Test
    void nothingIsSentWhereTheGuardForbids() {
        IcmpLook look = new IcmpLook(parts.names(), new IcmpAccess(List.of(family -> Optional.of(line))), line);

        for (String host : List.of("127.0.0.1", "::1", "169.254.169.254", "0x7f.1")) {
            assertThatThrownBy(() -> look.look(check(host, 1, 0, Optional.empty()), course(Reach.PUBLIC, TIMEOUT)))
                    .isInstanceOf(Guard.Forbidden.class);
        }
        assertThat(line.sentAtMillis).isEmpty();
    }

    private Finding look(String answers, int mostLost, Optional<Duration> slow) {
        return look(answers, mostLost, slow, TIMEOUT);
    }

    private Finding look(String answers, int mostLost, Optional<Duration> slow, Duration timeout) {
        line.plan = List.of(answers.split(" "));
        line.open.clear();
        line.sentAtMillis.clear();
        IcmpLook look = new IcmpLook(parts.names(), new IcmpAccess(List.of(family -> Optional.of(line))), line);
        Course course = course(Reach.ANYWHERE, timeout);
        try {
            return course.finding(look.look(check("127.0.0.1", line.plan.size(), mostLost, slow), course));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Course course(Reach reach, Duration timeout) {
        return new Course(() -> line.nanos, timeout, new Guard(AddressPolicy.PUBLIC, reach));
    }

    private static Check.Icmp check(String host, int count, int mostLost, Optional<Duration> slow) {
        return new Check.Icmp(host, count, mostLost, Route.DIRECT, slow);
    }

    /** A socket that does with each echo what is planned, and the time it happens in. */
    private static final class Line implements IcmpSocket, IcmpPace {
        private final List<CompletableFuture<IcmpAnswer>> open = new ArrayList<>();
        private final List<Long> sentAtMillis = new ArrayList<>();
        private List<String> plan = List.of();
        private long nanos;
        private long began;

        @Override
        public CompletableFuture<IcmpAnswer> echo(InetAddress to, Duration patience) throws IcmpTrouble {
            if (sentAtMillis.isEmpty()) {
                began = nanos;
            }
            String planned = plan.get(sentAtMillis.size());
            sentAtMillis.add(Duration.ofNanos(nanos - began).toMillis());
            if (planned.equals("!")) {
                throw new IcmpTrouble("ICMP cannot be sent: No buffer space available");
            }
            CompletableFuture<IcmpAnswer> answer = new CompletableFuture<>();
            switch (planned) {
                case "-" -> open.add(answer);
                case "x" -> answer.complete(new IcmpAnswer.Refused("host unreachable"));
                default -> answer.complete(new IcmpAnswer.Echoed(Duration.ofMillis(Long.parseLong(planned))));
            }
            return answer;
        }

        @Override
        public void await(CompletableFuture<?> done, Duration most) {
            nanos += done.isDone() ? 0 : most.toNanos();
        }

        @Override
        public void close() {}
    }
}
