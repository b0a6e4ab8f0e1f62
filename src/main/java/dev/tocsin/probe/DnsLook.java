package dev.tocsin.probe;

import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.HostText;
import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Type;

/** Asks a name server one question and holds the answer against what is expected. Each record becomes a remark. */
final class DnsLook {
    private static final int MOST_REMARKS = 20;

    private final DnsExchange dns;

    DnsLook(DnsExchange dns) {
        this.dns = dns;
    }

    Outcome look(Check.Dns check, Course course) throws IOException {
        course.enter(Phase.DNS);
        int type = Type.value(check.type().toUpperCase(Locale.ROOT));
        if (type < 0) {
            return new Outcome.Unjudged(Outcome.Reason.INTERNAL, "no such type of record: " + check.type());
        }
        Name name = name(check.name(), type);
        if (check.route().resolver().isEmpty()) {
            admit(check.name(), name, course.guard());
        }
        DnsAnswer answer = dns.way(check.route().resolver(), course).ask(DnsExchange.query(name, type));
        course.use(answer.from());
        hideBogons(check.name(), answer, course.guard());
        remark(answer.records(), course);
        return new DnsJudge(check, course).judge(answer, name, type);
    }

    /** A literal address stands for its reverse name where a PTR record is asked for. */
    private static Name name(String spelled, int type) throws NameFailure {
        if (type == Type.PTR && HostText.read(spelled) instanceof HostText.Literal(InetAddress address, boolean _)) {
            return ReverseMap.fromAddress(address);
        }
        boolean ascii = spelled.chars().allMatch(one -> one < 128);
        try {
            return Names.name(ascii ? spelled : IDN.toASCII(spelled, IDN.ALLOW_UNASSIGNED));
        } catch (IllegalArgumentException notAName) {
            throw new NameFailure(FailureKind.DNS_NXDOMAIN, "not a domain name: " + spelled);
        }
    }

    /** The system's resolvers may know names of the inner network; looks that may only go outside do not ask. */
    private static void admit(String spelled, Name name, Guard guard) throws IOException {
        guard.admit(spelled, 0);
        try {
            guard.admit(ReverseMap.fromName(name), 0);
        } catch (UnknownHostException notReverse) {
            // It is not the name of an address.
        }
    }

    /** Looks that may only go outside neither accept nor show addresses that are all inside. */
    private static void hideBogons(String spelled, DnsAnswer answer, Guard guard) throws IOException {
        List<InetAddress> addresses =
                answer.records().stream().flatMap(DnsLook::address).toList();
        if (!addresses.isEmpty() && guard.sift(spelled, addresses).size() < addresses.size()) {
            throw new NameFailure(FailureKind.DNS_BOGON, "one of the addresses is not public");
        }
    }

    private static Stream<InetAddress> address(Record record) {
        return switch (record) {
            case ARecord a -> Stream.of(a.getAddress());
            case AAAARecord aaaa -> Stream.of(aaaa.getAddress());
            default -> Stream.empty();
        };
    }

    private static void remark(List<Record> records, Course course) {
        int shown = records.size() <= MOST_REMARKS ? records.size() : MOST_REMARKS - 1;
        records.stream().limit(shown).map(DnsText::line).forEach(course::remark);
        if (shown < records.size()) {
            course.remark("and " + (records.size() - shown) + " more records");
        }
    }
}
