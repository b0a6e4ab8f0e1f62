package dev.tocsin.core.message;

import java.time.Instant;
import java.time.ZoneId;

/** A piece of a line. Texts are plain: whoever renders them escapes them. */
public sealed interface Span {
    record Plain(String text) implements Span {}

    record Strong(String text) implements Span {}

    /** Typed by or for a machine: a command, an address. */
    record Code(String text) implements Span {}

    /** An instant, told in local time with UTC beside it; platforms with a native form use that too. */
    record Time(Instant at, ZoneId zone) implements Span {}
}
