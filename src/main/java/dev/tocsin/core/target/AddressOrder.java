package dev.tocsin.core.target;

import java.util.Arrays;
import java.util.Optional;

/** Which addresses of a host are tried, and which first. They are tried in turn, each with its share of the time. */
public enum AddressOrder {
    IPV4_FIRST("4,6"),
    IPV6_FIRST("6,4"),
    IPV4_ONLY("4"),
    IPV6_ONLY("6");

    private final String spelled;

    AddressOrder(String spelled) {
        this.spelled = spelled;
    }

    public String spelled() {
        return spelled;
    }

    public static Optional<AddressOrder> of(String spelled) {
        return Arrays.stream(values())
                .filter(one -> one.spelled.equals(spelled))
                .findFirst();
    }
}
