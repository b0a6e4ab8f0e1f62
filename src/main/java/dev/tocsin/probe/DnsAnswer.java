package dev.tocsin.probe;

import dev.tocsin.core.observe.FailureKind;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * What a name server answered.
 *
 * @param from the server's address
 */
record DnsAnswer(Message message, InetAddress from) {
    private static final int LONGEST_CHAIN = 20;

    /** The answer in these bytes; a failure where they hold none, or one to another question. */
    static DnsAnswer read(Message query, byte[] bytes, InetAddress from) throws NameFailure {
        return heard(query, bytes, from).orElseThrow(() -> garbage("it is for another question"));
    }

    /**
     * The answer in these bytes; empty where they answer something else, as what comes late or from a stranger does (RFC
     * 5452, 9.1); a failure where they are for this query and broken.
     */
    static Optional<DnsAnswer> heard(Message query, byte[] bytes, InetAddress from) throws NameFailure {
        boolean ours = bytes.length >= Header.LENGTH
                && (((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF))
                        == query.getHeader().getID()
                && (bytes[2] & 0x80) != 0;
        if (!ours) {
            return Optional.empty();
        }
        Message message = parse(bytes);
        return asks(query.getQuestion(), message) ? Optional.of(new DnsAnswer(message, from)) : Optional.empty();
    }

    private static Message parse(byte[] bytes) throws NameFailure {
        try {
            return new Message(bytes);
        } catch (IOException | RuntimeException malformed) {
            throw garbage(String.valueOf(malformed.getMessage()));
        }
    }

    /** Servers that fail may leave the question out; no other answer is believed without it. */
    private static boolean asks(Record question, Message message) {
        List<Record> asked = message.getSection(Section.QUESTION);
        return asked.isEmpty()
                ? message.getRcode() != Rcode.NOERROR && message.getRcode() != Rcode.NXDOMAIN
                : asked.getFirst().getName().equals(question.getName())
                        && asked.getFirst().getType() == question.getType()
                        && asked.getFirst().getDClass() == question.getDClass();
    }

    static NameFailure garbage(String why) {
        return new NameFailure(FailureKind.DNS_SERVFAIL, "the answer is not valid: " + DnsText.harmless(why));
    }

    int rcode() {
        return message.getRcode();
    }

    boolean isTruncated() {
        return message.getHeader().getFlag(Flags.TC);
    }

    List<Record> records() {
        return message.getSection(Section.ANSWER);
    }

    /** The records of this type that the name has, by way of its aliases. */
    List<Record> records(Name name, int type) {
        Name owner = type == Type.CNAME || type == Type.ANY ? name : canonical(name);
        return records().stream()
                .filter(record -> type == Type.ANY || record.getType() == type)
                .filter(record -> record.getName().equals(owner))
                .toList();
    }

    private Name canonical(Name name) {
        Name owner = name;
        for (int i = 0; i < LONGEST_CHAIN; i++) {
            Name alias = owner;
            Name next = records().stream()
                    .filter(record ->
                            record instanceof CNAMERecord && record.getName().equals(alias))
                    .map(record -> ((CNAMERecord) record).getTarget())
                    .findFirst()
                    .orElse(alias);
            if (next.equals(alias)) {
                return owner;
            }
            owner = next;
        }
        return owner;
    }
}
