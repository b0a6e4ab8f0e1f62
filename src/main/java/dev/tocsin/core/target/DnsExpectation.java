package dev.tocsin.core.target;

import java.util.Optional;

/**
 * What a name server's answer must be.
 *
 * @param rcode response code that counts as working, such as {@code NOERROR} or {@code NXDOMAIN}
 * @param contains text that one of the answers holds
 * @param matches a regular expression that is found in one of the answers
 */
public record DnsExpectation(String rcode, Optional<String> contains, Optional<String> matches) {
    /** Any answer without an error that holds a record. */
    public static final DnsExpectation ANY = new DnsExpectation("NOERROR", Optional.empty(), Optional.empty());
}
