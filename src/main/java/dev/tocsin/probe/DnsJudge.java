package dev.tocsin.probe;

import dev.tocsin.core.observe.Expectation;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.DnsExpectation;
import java.util.List;
import java.util.Locale;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/** Holds a DNS answer against what is expected of it. */
final class DnsJudge {
    private final DnsExpectation wanted;
    private final Course course;

    DnsJudge(Check.Dns check, Course course) {
        this.wanted = check.expectation();
        this.course = course;
    }

    Outcome judge(DnsAnswer answer, Name name, int type) {
        int rcode = Rcode.value(wanted.rcode().toUpperCase(Locale.ROOT));
        boolean met = answer.rcode() == rcode;
        Outcome outcome = expect(
                new Outcome.Up(),
                kind(rcode, answer.rcode()),
                "response code " + wanted.rcode(),
                Rcode.string(answer.rcode()),
                met);
        if (met && rcode == Rcode.NOERROR) {
            int count = answer.records(name, type).size();
            outcome = expect(
                    outcome, FailureKind.DNS_NO_ANSWER, "a record of type " + Type.string(type), "" + count, count > 0);
        }
        return texts(outcome, answer.records().stream().map(DnsText::content).toList());
    }

    private Outcome texts(Outcome soFar, List<String> texts) {
        Outcome outcome = soFar;
        String found = texts.isEmpty() ? "no record" : DnsText.harmless(String.join(", ", texts));
        if (wanted.contains().isPresent()) {
            String text = wanted.contains().get();
            boolean met = texts.stream().anyMatch(one -> one.contains(text));
            outcome = expect(outcome, FailureKind.DNS_ANSWER, "an answer that contains \"" + text + "\"", found, met);
        }
        if (wanted.matches().isPresent()) {
            String regex = wanted.matches().get();
            boolean met = texts.stream().anyMatch(one -> BoundedMatch.found(regex, one, course.deadline()));
            outcome = expect(outcome, FailureKind.DNS_ANSWER, "an answer that matches /" + regex + "/", found, met);
        }
        return outcome;
    }

    private static FailureKind kind(int wanted, int found) {
        if (wanted != Rcode.NOERROR) {
            return FailureKind.DNS_RCODE;
        }
        return switch (found) {
            case Rcode.NXDOMAIN -> FailureKind.DNS_NXDOMAIN;
            case Rcode.SERVFAIL -> FailureKind.DNS_SERVFAIL;
            case Rcode.REFUSED -> FailureKind.DNS_REFUSED;
            default -> FailureKind.DNS_RCODE;
        };
    }

    private Outcome expect(Outcome soFar, FailureKind kind, String wanted, String found, boolean met) {
        return course.expect(
                soFar, kind, new Expectation(wanted, found, met ? Expectation.Result.MET : Expectation.Result.MISSED));
    }
}
