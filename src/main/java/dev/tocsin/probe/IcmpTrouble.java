package dev.tocsin.probe;

import java.io.IOException;

/** This machine could not send an echo or hear the answer: no outage of anybody else's. */
final class IcmpTrouble extends IOException {
    private static final long serialVersionUID = 1L;

    IcmpTrouble(String what) {
        super(what);
    }
}
