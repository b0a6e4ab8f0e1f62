package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.network.LookupZones;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ReverseMap;

class CymruQuestionTest {
    private static final LookupZones ZONES = new LookupZones("four.test", "six.test", "names.test", Optional.empty());

    @Test
    void asTeamCymruSaysIt() {
        assertThat(CymruQuestion.origin(address("216.90.108.31"), LookupZones.CYMRU))
                .isEqualTo("31.108.90.216.origin.asn.cymru.com");
        assertThat(CymruQuestion.origin(address("2001:4860:b002::68"), LookupZones.CYMRU))
                .isEqualTo("8.6.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.2.0.0.b.0.6.8.4.1.0.0.2.origin6.asn.cymru.com");
        assertThat(CymruQuestion.name(13_335, LookupZones.CYMRU)).isEqualTo("AS13335.asn.cymru.com");
    }

    /** The JDK spells all eight groups, which padded and turned around are the nibbles. */
    @Property
    void nibblesAreThoseOfTheJdksTextTurnedAround(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
        InetAddress inet = InetAddress.getByAddress(bytes);
        if (inet.getAddress().length != 16) {
            return;
        }
        String digits = Arrays.stream(inet.getHostAddress().split(":"))
                .map(group -> "0".repeat(4 - group.length()) + group)
                .collect(Collectors.joining());
        String turned = new StringBuilder(digits).reverse().toString();

        assertThat(CymruQuestion.origin(new Address(inet), ZONES))
                .isEqualTo(String.join(".", turned.split("")) + ".six.test");
    }

    @Property
    void numbersAreThoseOfTheJdksTextTurnedAround(@ForAll @Size(4) byte[] bytes) throws UnknownHostException {
        InetAddress inet = InetAddress.getByAddress(bytes);
        List<String> numbers = Arrays.asList(inet.getHostAddress().split("\\."));
        Collections.reverse(numbers);

        assertThat(CymruQuestion.origin(new Address(inet), ZONES)).isEqualTo(String.join(".", numbers) + ".four.test");
    }

    @Property
    void theLabelsAreThoseOfReverseNames(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
        InetAddress inet = InetAddress.getByAddress(bytes);
        String zone = inet.getAddress().length == 4 ? "in-addr.arpa." : "ip6.arpa.";

        assertThat(CymruQuestion.origin(
                        new Address(inet),
                        new LookupZones("in-addr.arpa.", "ip6.arpa.", "names.test", Optional.empty())))
                .endsWith(zone)
                .isEqualTo(ReverseMap.fromAddress(inet).toString());
    }

    private static Address address(String text) {
        return Address.parse(text).orElseThrow();
    }
}
