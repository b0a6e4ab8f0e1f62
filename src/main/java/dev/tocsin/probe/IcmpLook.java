package dev.tocsin.probe;

import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.Check;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Sends echoes, a quarter of a second apart, to each address of a host in turn until one answers. Where this system
 * allows no ICMP, or this machine fails, the look judges nothing.
 */
final class IcmpLook implements AutoCloseable {
    private static final Duration APART = Duration.ofMillis(250);

    private final Names names;
    private final IcmpAccess access;
    private final IcmpPace pace;

    IcmpLook(Names names, IcmpAccess access, IcmpPace pace) {
        this.names = names;
        this.access = access;
        this.pace = pace;
    }

    Outcome look(Check.Icmp check, Course course) throws IOException {
        course.guard().admit(check.host(), 0);
        course.enter(Phase.DNS);
        List<InetAddress> addresses = names.addresses(check.host(), check.route(), course);
        course.enter(Phase.ICMP);
        try {
            return tally(addresses, check.count(), course)
                    .map(tally -> tally.judge(check, course))
                    .orElseGet(() -> new Outcome.Unjudged(Outcome.Reason.INTERNAL, IcmpAccess.REMEDY));
        } catch (IcmpTrouble ours) {
            return new Outcome.Unjudged(Outcome.Reason.INTERNAL, String.valueOf(ours.getMessage()));
        }
    }

    /** What to do so that looks can be made at all; empty where they can be. */
    Optional<String> remedy() {
        return access.remedy();
    }

    @Override
    public void close() {
        access.close();
    }

    /** What the first address that answers says, or else the last; empty where no echo can be sent. */
    private Optional<IcmpTally> tally(List<InetAddress> addresses, int count, Course course) throws IOException {
        Optional<IcmpTally> tally = Optional.empty();
        for (int i = 0; i < addresses.size() && (i == 0 || !course.deadline().isOver()); i++) {
            Optional<IcmpSocket> socket = access.socket(IcmpFamily.of(addresses.get(i)));
            if (socket.isPresent()) {
                Duration share = course.deadline().share(addresses.size() - i);
                course.guard().admit(addresses.get(i), 0);
                course.use(addresses.get(i));
                tally = Optional.of(tally(addresses.get(i), socket.get(), count, new Deadline(course::nanos, share)));
                if (!tally.get().roundTrips().isEmpty()) {
                    return tally;
                }
            }
        }
        return tally;
    }

    private IcmpTally tally(InetAddress to, IcmpSocket socket, int count, Deadline deadline) throws IOException {
        List<CompletableFuture<IcmpAnswer>> answers = new ArrayList<>(count);
        try {
            send(count, to, socket, deadline, answers);
            CompletableFuture<Void> all = CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new));
            pace.await(all, deadline.left());
            return new IcmpTally(known(answers));
        } finally {
            answers.forEach(answer -> answer.cancel(false));
        }
    }

    /** Echoes that no time is left for are not sent, and so are not lost. The first always is. */
    private void send(
            int count,
            InetAddress to,
            IcmpSocket socket,
            Deadline deadline,
            List<CompletableFuture<IcmpAnswer>> answers)
            throws IOException {
        Duration apart = apart(count, deadline);
        answers.add(socket.echo(to, deadline.left()));
        while (answers.size() < count && !deadline.isOver()) {
            pace.await(new CompletableFuture<>(), apart);
            if (!deadline.isOver()) {
                answers.add(socket.echo(to, deadline.left()));
            }
        }
    }

    /** At most half of the time goes into sending, so that the last answer has the other half. */
    private static Duration apart(int count, Deadline deadline) {
        Duration most = deadline.left().dividedBy(2L * count);
        return most.compareTo(APART) < 0 ? most : APART;
    }

    private static List<IcmpAnswer> known(List<CompletableFuture<IcmpAnswer>> answers) throws IcmpTrouble {
        List<IcmpAnswer> known = new ArrayList<>(answers.size());
        for (CompletableFuture<IcmpAnswer> answer : answers) {
            switch (answer.state()) {
                case SUCCESS -> known.add(answer.resultNow());
                case FAILED ->
                    throw new IcmpTrouble(String.valueOf(answer.exceptionNow().getMessage()));
                case RUNNING, CANCELLED -> known.add(new IcmpAnswer.Lost());
            }
        }
        return known;
    }
}
