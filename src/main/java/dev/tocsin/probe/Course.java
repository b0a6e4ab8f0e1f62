package dev.tocsin.probe;

import dev.tocsin.core.observe.Attempt;
import dev.tocsin.core.observe.Certificate;
import dev.tocsin.core.observe.Expectation;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Hop;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.observe.Trail;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One look as it goes: its deadline, where it may go, its phases, and what it saw. Used by the look's own thread; a
 * phase entered twice adds up.
 */
final class Course {
    private final LongSupplier ticker;
    private final Deadline deadline;
    private final Guard guard;
    private final long began;
    private final Map<Phase, Duration> phases = new EnumMap<>(Phase.class);
    private final List<Attempt> attempts = new ArrayList<>(2);
    private final List<Hop> hops = new ArrayList<>(0);
    private final List<Expectation> expectations = new ArrayList<>(0);
    private final List<String> remarks = new ArrayList<>(0);
    private Phase last = Phase.DNS;
    private boolean within;
    private long entered;
    private @Nullable Certificate certificate;
    private @Nullable String address;
    private @Nullable Pin pin;

    Course(LongSupplier ticker, Duration timeout, Guard guard) {
        this(ticker, new Deadline(ticker, timeout), guard);
    }

    private Course(LongSupplier ticker, Deadline deadline, Guard guard) {
        this.ticker = ticker;
        this.deadline = deadline;
        this.guard = guard;
        this.began = ticker.getAsLong();
    }

    /** A name and the address that stands for it in this look, whatever name servers say. */
    record Pin(String name, InetAddress address) {}

    void pin(Pin to) {
        pin = to;
    }

    /** The address that stands for this name in this look. */
    Optional<InetAddress> pinned(String name) {
        return Optional.ofNullable(pin).filter(one -> one.name().equals(name)).map(Pin::address);
    }

    Deadline deadline() {
        return deadline;
    }

    Guard guard() {
        return guard;
    }

    long nanos() {
        return ticker.getAsLong();
    }

    void enter(Phase phase) {
        leave();
        last = phase;
        within = true;
        entered = ticker.getAsLong();
    }

    void leave() {
        if (within) {
            phases.merge(last, Duration.ofNanos(ticker.getAsLong() - entered), Duration::plus);
            within = false;
        }
    }

    /** The phase the look is in, or was in last; DNS before any. */
    Phase phase() {
        return last;
    }

    void use(InetAddress used) {
        address = used.getHostAddress();
    }

    /** A connection was tried that began at this tick. */
    void tried(InetSocketAddress to, long since, Optional<Failure> failure) {
        String host =
                to.getAddress() == null ? to.getHostString() : to.getAddress().getHostAddress();
        String text = host.contains(":") ? "[" + host + "]:" + to.getPort() : host + ":" + to.getPort();
        attempts.add(new Attempt(text, Duration.ofNanos(ticker.getAsLong() - since), failure));
    }

    void hopped(Hop hop) {
        hops.add(hop);
    }

    void shown(Certificate seen) {
        certificate = seen;
    }

    Optional<Certificate> certificate() {
        return Optional.ofNullable(certificate);
    }

    void remark(String text) {
        remarks.add(text);
    }

    /** Notes an expectation; answers with the failure where it was missed and nothing else was before. */
    Outcome expect(Outcome soFar, FailureKind kind, Expectation expectation) {
        return expect(soFar, last, kind, expectation);
    }

    /** The same, for what was agreed on in a phase that may be over. */
    Outcome expect(Outcome soFar, Phase phase, FailureKind kind, Expectation expectation) {
        expectations.add(expectation);
        return soFar.isWorking() && expectation.result() == Expectation.Result.MISSED
                ? FailureReader.down(phase, kind, "expected " + expectation.wanted() + ", found " + expectation.found())
                : soFar;
    }

    /** Notes an expectation that has been judged. */
    void noted(Expectation expectation) {
        expectations.add(expectation);
    }

    Finding finding(Outcome outcome) {
        leave();
        return new Finding(
                outcome,
                new Timings(phases, Duration.ofNanos(ticker.getAsLong() - began)),
                Optional.ofNullable(address),
                new Trail(attempts, hops, Optional.ofNullable(certificate), expectations, remarks));
    }

    /** A course within this one, with the same deadline and guard, whose phases and attempts are its own. */
    Course aside() {
        return new Course(ticker, deadline, guard);
    }

    Duration took() {
        return Duration.ofNanos(ticker.getAsLong() - began);
    }
}
