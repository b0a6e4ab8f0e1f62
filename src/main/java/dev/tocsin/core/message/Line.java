package dev.tocsin.core.message;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A run of spans. Immutable; each call answers with a longer line. */
public record Line(List<Span> spans) {
    public Line {
        spans = List.copyOf(spans);
    }

    public static Line of(String text) {
        return new Line(List.of(new Span.Plain(text)));
    }

    public static Line empty() {
        return new Line(List.of());
    }

    public Line text(String text) {
        return and(new Span.Plain(text));
    }

    public Line strong(String text) {
        return and(new Span.Strong(text));
    }

    public Line code(String text) {
        return and(new Span.Code(text));
    }

    public Line time(Instant at, ZoneId zone) {
        return and(new Span.Time(at, zone));
    }

    private Line and(Span span) {
        List<Span> more = new ArrayList<>(spans);
        more.add(span);
        return new Line(more);
    }
}
