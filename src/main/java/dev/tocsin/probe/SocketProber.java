package dev.tocsin.probe;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.TlsLibrary;
import dev.tocsin.engine.OriginLookup;
import dev.tocsin.engine.Prober;
import dev.tocsin.engine.Timepiece;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks over real sockets: each look on connections of its own, blocking the calling (virtual) thread, ended by one
 * deadline whatever the other side does. Safe for use by many threads.
 */
public final class SocketProber implements Prober, AutoCloseable {
    private final Supplier<AddressPolicy> policy;
    private final Timepiece time;
    private final Reaper reaper = new Reaper();
    private final HttpClients clients;
    private final DnsExchange exchange;
    private final HttpLook http;
    private final TcpLook tcp;
    private final TlsLook tls;
    private final DnsLook dns;
    private final IcmpLook icmp;
    private final Reports reports;

    /**
     * A prober that follows the system's resolvers, trusts the authorities of the Java runtime and speaks its TLS.
     *
     * @param userAgent what HTTP looks call themselves
     * @param policy where looks that may go to public addresses alone may go
     * @param reports what targets that report in have said
     * @param time for deadlines, and for what is left of certificates
     */
    public SocketProber(String userAgent, Supplier<AddressPolicy> policy, Reports reports, Timepiece time) {
        this(userAgent, policy, reports, time, () -> TlsLibrary.SYSTEM);
    }

    /** The same, speaking the TLS of this library, which is asked for at each handshake. */
    public SocketProber(
            String userAgent,
            Supplier<AddressPolicy> policy,
            Reports reports,
            Timepiece time,
            Supplier<TlsLibrary> library) {
        this(userAgent, policy, reports, time, new TlsSessions(TlsProvider.following(library), null));
    }

    SocketProber(
            String userAgent, Supplier<AddressPolicy> policy, Reports reports, Timepiece time, TlsSessions sessions) {
        this.policy = policy;
        this.time = time;
        this.reports = reports;
        this.clients = new HttpClients(sessions);
        this.exchange = new DnsExchange(sessions, clients, reaper);
        Names names = new Names(exchange);
        this.http = new HttpLook(names, clients, userAgent);
        this.tcp = new TcpLook(names, sessions, reaper);
        this.tls = new TlsLook(names, sessions, reaper);
        this.dns = new DnsLook(exchange);
        this.icmp = new IcmpLook(names, new IcmpAccess(IcmpWay.ofThisSystem(time.nanos())), IcmpPace::real);
    }

    @Override
    public Finding look(Check check, Reach reach, Duration timeout) {
        return look(check, new Course(time.nanos(), timeout, new Guard(policy.get(), reach)));
    }

    @Override
    public Optional<Finding> lookAt(String address, Check check, Reach reach, Duration timeout) {
        return Pins.of(check, address).map(pin -> {
            Course course = new Course(time.nanos(), timeout, new Guard(policy.get(), reach));
            course.pin(pin);
            return look(check, course);
        });
    }

    private Finding look(Check check, Course course) {
        try {
            return course.finding(judged(outcome(check, course), check, course));
        } catch (Guard.Forbidden forbidden) {
            return course.finding(
                    new Outcome.Unjudged(Outcome.Reason.NOT_ALLOWED, String.valueOf(forbidden.getMessage())));
        } catch (IOException failed) {
            return course.finding(FailureReader.read(failed, course.phase(), course.deadline()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            return course.finding(new Outcome.Unjudged(Outcome.Reason.INTERNAL, fault.toString()));
        }
    }

    /** What the look found, less what is flawed about it whatever the kind of check. */
    private Outcome judged(Outcome outcome, Check check, Course course) {
        return Slowness.judge(CertificateEnd.judge(outcome, check, course, time.now()), check, course);
    }

    /** What to do so that looks of kind icmp can be made on this system; empty where they can be. */
    public Optional<String> icmpRemedy() {
        return icmp.remedy();
    }

    /** Asks whose addresses are, by the same means as looks ask name servers. */
    public OriginLookup origins() {
        return new CymruLookup(exchange, time.nanos());
    }

    private Outcome outcome(Check check, Course course) throws IOException {
        return switch (check) {
            case Check.Http look -> http.look(look, course);
            case Check.Tcp look -> tcp.look(look, course);
            case Check.Tls look -> tls.look(look, course);
            case Check.Dns look -> dns.look(look, course);
            case Check.Icmp look -> icmp.look(look, course);
            case Check.Heartbeat look -> {
                course.enter(Phase.REPORT);
                yield reports.judge(look);
            }
        };
    }

    @Override
    public void close() {
        icmp.close();
        clients.close();
        reaper.close();
    }
}
