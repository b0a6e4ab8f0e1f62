package dev.tocsin.probe;

import java.time.Duration;

/** What came of one echo. */
sealed interface IcmpAnswer {
    /** It was answered after this time. */
    record Echoed(Duration roundTrip) implements IcmpAnswer {}

    /** It cannot be answered, says somebody on the way or this machine. */
    record Refused(String why) implements IcmpAnswer {}

    /** It was not answered in time. */
    record Lost() implements IcmpAnswer {}
}
