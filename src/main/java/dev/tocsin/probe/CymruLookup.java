package dev.tocsin.probe;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.network.Announcement;
import dev.tocsin.core.network.LookupZones;
import dev.tocsin.engine.OriginLookup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Asks Team Cymru's service, or one that answers like it, by DNS. Two tries of two seconds each. */
final class CymruLookup implements OriginLookup {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int TRIES = 2;

    /** Records of one answer that are read; there are as many as there are routes to an address, a few. */
    private static final int MOST_RECORDS = 50;

    /** More names than there are systems in use are not remembered. */
    private static final int MOST_NAMES = 100_000;

    private final DnsExchange dns;
    private final LongSupplier ticker;

    /** Names change with years; those of systems that were told are not asked for again while the bot runs. */
    private final Map<Long, String> names = new ConcurrentHashMap<>();

    CymruLookup(DnsExchange dns, LongSupplier ticker) {
        this.dns = dns;
        this.ticker = ticker;
    }

    @Override
    public Answer ask(Address address, LookupZones zones) {
        try {
            Optional<List<String>> lines = lines(CymruQuestion.origin(address, zones), zones);
            if (lines.isEmpty()) {
                return new Answer.Nothing();
            }
            return CymruText.origin(lines.get(), address)
                    .<Answer>map(found -> new Answer.Found(found.named(name(found, zones))))
                    .orElseGet(() -> new Answer.Failed("the answer cannot be read"));
        } catch (IOException failed) {
            return new Answer.Failed(DnsText.harmless(String.valueOf(failed.getMessage())));
        }
    }

    /** A name that cannot be had now is done without. */
    private Optional<String> name(Announcement found, LookupZones zones) {
        long system = found.systems().getFirst();
        if (found.systems().size() > 1) {
            return Optional.empty();
        }
        Optional<String> known = Optional.ofNullable(names.get(system));
        if (known.isPresent()) {
            return known;
        }
        try {
            Optional<String> told =
                    lines(CymruQuestion.name(system, zones), zones).flatMap(lines -> CymruText.name(lines, system));
            told.filter(ignored -> names.size() < MOST_NAMES).ifPresent(name -> names.put(system, name));
            return told;
        } catch (IOException failed) {
            return Optional.empty();
        }
    }

    /** The texts that this name has; empty where it has none, which is an answer too. */
    private Optional<List<String>> lines(String question, LookupZones zones) throws IOException {
        Name name = Names.name(question);
        DnsAnswer answer = answer(name, zones);
        if (answer.rcode() == Rcode.NXDOMAIN || answer.records().isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        for (Record record : answer.records()) {
            if (record instanceof TXTRecord text && record.getName().equals(name) && lines.size() < MOST_RECORDS) {
                lines.add(joined(text));
            }
        }
        return Optional.of(lines);
    }

    private DnsAnswer answer(Name name, LookupZones zones) throws IOException {
        IOException last = DnsOverUdp.silent(DnsExchange.query(name, Type.TXT));
        for (int i = 0; i < TRIES; i++) {
            try {
                Course course = new Course(ticker, PATIENCE, Guard.OPEN);
                DnsAnswer answer = dns.way(zones.resolver(), course).ask(DnsExchange.query(name, Type.TXT));
                if (answer.rcode() == Rcode.NOERROR || answer.rcode() == Rcode.NXDOMAIN) {
                    return answer;
                }
                last = new IOException("the name server answers " + Rcode.string(answer.rcode()));
            } catch (IOException failed) {
                last = failed;
            }
        }
        throw last;
    }

    private static String joined(TXTRecord text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        text.getStringsAsByteArrays().forEach(bytes::writeBytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
