package dev.tocsin.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.target.AddressRange;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "216.90.108.31, 216.90.108.31",
        "2001:4860:4860:0:0:0:0:8888, 2001:4860:4860::8888",
        "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "0:0:0:0:0:0:0:1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "1:0:0:0:0:0:0:0, 1::",
        "::ffff:192.0.2.1, 192.0.2.1"
    })
    void isToldInTheShortForm(String literal, String told) {
        assertThat(Address.parse(literal).orElseThrow()).hasToString(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host.example",
                "10/8",
                "192.0.2.1/24",
                "1",
                "1.2.3",
                "256.1.1.1",
                "fe80::1%eth0",
                "::1 ",
                "0x7f.1"
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(Address.parse(text)).isEmpty();
    }

    @Property
    void itsTextIsReadBackAsTheSameAddress(
            @ForAll @Size(16) byte[] bytes, @ForAll @IntRange(min = 0, max = 0xFF) int zeros)
            throws UnknownHostException {
        for (int i = 0; i < 8; i++) {
            if ((zeros & 1 << i) != 0) {
                bytes[2 * i] = 0;
                bytes[2 * i + 1] = 0;
            }
        }
        InetAddress inet = InetAddress.getByAddress(bytes);
        String text = new Address(inet).toString();

        assertThat(Address.parse(text)).contains(new Address(inet));
        assertThat(text.length()).isLessThanOrEqualTo(inet.getHostAddress().length());
    }

    @Property
    void aRangeHoldsTheSameAddressesOnceItIsAligned(
            @ForAll @Size(4) byte[] first, @ForAll @IntRange(min = 0, max = 32) int bits, @ForAll @Size(4) byte[] other)
            throws UnknownHostException {
        AddressRange range = new AddressRange(InetAddress.getByAddress(first), bits);
        InetAddress address = InetAddress.getByAddress(other);

        assertThat(range.aligned().holds(address)).isEqualTo(range.holds(address));
        assertThat(range.aligned().holds(range.first())).isTrue();
        assertThat(range.aligned().aligned()).isEqualTo(range.aligned());
    }

    @ParameterizedTest
    @CsvSource({
        "216.90.108.31, 216.90.108.0/24",
        "10.20.30.40, 10.20.30.0/24",
        "2001:4860:4860:1234::8888, 2001:4860:4860::/48"
    })
    void itsNeighboursShareA24OrA48(String literal, String range) {
        assertThat(Address.parse(literal).orElseThrow().neighbourhood().map(AddressText::of))
                .contains(range);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "169.254.169.254", "fe80::1", "224.0.0.1", "0.0.0.0", "::"})
    void whatStandsNowhereHasNoNeighbours(String literal) {
        assertThat(Address.parse(literal).orElseThrow().neighbourhood()).isEmpty();
    }

    @Test
    void onlyPublicAddressesMayBeAskedAbout() {
        assertThat(Address.parse("216.90.108.31")).get().matches(Address::isPublic);
        assertThat(Address.parse("192.168.1.1")).get().matches(one -> !one.isPublic());
        assertThat(Address.parse("fd00::1"))
                .isNotEqualTo(Optional.empty())
                .get()
                .matches(one -> !one.isPublic());
    }
}
