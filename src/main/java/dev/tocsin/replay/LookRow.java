package dev.tocsin.replay;

import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.TargetId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One look as a line: our own form, and that of an Upptime history, which has other names and knows less. */
record LookRow(Instant at, TargetId target, Optional<Vantage> vantage, Finding finding) {
    static final List<List<String>> NEEDED =
            List.of(List.of("target", "slug"), List.of("outcome", "status"), List.of("time", "utc", "epoch_s"));

    private static final String OUTCOMES = "up, degraded, down or unjudged";

    /** Reads a line; empty where something is wrong with it, each of which is told. */
    static Optional<LookRow> read(Csv.Line line, Consumer<String> wrong) {
        Optional<TargetId> target = target(line.field("target", "slug").orElse(""), wrong);
        Optional<Instant> at = time(line, wrong);
        Optional<Duration> latency = latency(line.field("latency_ms").orElse(""), wrong);
        Optional<Outcome> outcome = outcome(line, wrong);
        if (target.isEmpty() || at.isEmpty() || latency.isEmpty() || outcome.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LookRow(
                at.get(),
                target.get(),
                line.field("vantage").filter(name -> !name.isBlank()).map(Vantage::new),
                new Finding(outcome.get(), new Timings(Map.of(), latency.get()), Optional.empty())));
    }

    static Optional<TargetId> target(String text, Consumer<String> wrong) {
        if (TargetId.FORM.matcher(text).matches()) {
            return Optional.of(new TargetId(text));
        }
        wrong.accept("target is \"" + text
                + "\"; expected 1 to 64 lower-case letters, digits, dots, underscores and hyphens");
        return Optional.empty();
    }

    private static Optional<Instant> time(Csv.Line line, Consumer<String> wrong) {
        String text = line.field("time", "utc", "epoch_s").orElse("");
        if (text.matches("\\d{1,11}")) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        }
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException none) {
            wrong.accept("time is \"" + text + "\"; expected such as 2026-04-22T09:51:00Z, or seconds since 1970");
            return Optional.empty();
        }
    }

    private static Optional<Duration> latency(String text, Consumer<String> wrong) {
        if (text.isEmpty()) {
            return Optional.of(Duration.ZERO);
        }
        if (text.matches("\\d{1,9}(\\.\\d{1,6})?")) {
            return Optional.of(
                    Duration.ofNanos(new BigDecimal(text).movePointRight(6).longValueExact()));
        }
        wrong.accept("latency_ms is \"" + text + "\"; expected milliseconds, such as 184 or 184.25");
        return Optional.empty();
    }

    private static Optional<Outcome> outcome(Csv.Line line, Consumer<String> wrong) {
        String text = line.field("outcome", "status").orElse("");
        return switch (text) {
            case "up" -> Optional.of(new Outcome.Up());
            case "degraded" ->
                failure(line, new Failure(Phase.HTTP, FailureKind.HTTP_TOO_SLOW, ""), wrong)
                        .map(Outcome.Degraded::new);
            case "down" -> failure(line, byStatus(line, wrong), wrong).map(Outcome.Down::new);
            case "unjudged" -> unjudged(line, wrong);
            default -> {
                wrong.accept("outcome is \"" + text + "\"; expected " + OUTCOMES);
                yield Optional.empty();
            }
        };
    }

    /** What the columns of our own form say, else the other. */
    private static Optional<Failure> failure(Csv.Line line, Failure otherwise, Consumer<String> wrong) {
        String code = line.field("kind").orElse("");
        if (code.isEmpty()) {
            return Optional.of(otherwise);
        }
        String name = line.field("phase").orElse("");
        Optional<Phase> phase = Arrays.stream(Phase.values())
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst();
        Optional<FailureKind> kind = FailureKind.ofCode(code);
        if (phase.isEmpty()) {
            wrong.accept("phase is \"" + name + "\"; expected such as dns, tcp, tls or http");
        }
        if (kind.isEmpty()) {
            wrong.accept("kind is \"" + code + "\"; expected such as connect_timeout_error or http_status");
        }
        return phase.flatMap(
                in -> kind.map(how -> new Failure(in, how, line.field("detail").orElse(""))));
    }

    /** An Upptime history tells the status of the answer, and 0 where there was none, whatever the reason. */
    private static Failure byStatus(Csv.Line line, Consumer<String> wrong) {
        String code = line.field("http_code").orElse("");
        if (code.isEmpty() || code.equals("0")) {
            return new Failure(Phase.HTTP, FailureKind.UNKNOWN, "no answer");
        }
        if (!code.matches("[1-5]\\d\\d")) {
            wrong.accept("http_code is \"" + code + "\"; expected 100 to 599, or 0 where there was no answer");
        }
        return new Failure(Phase.HTTP, FailureKind.HTTP_STATUS, code);
    }

    private static Optional<Outcome> unjudged(Csv.Line line, Consumer<String> wrong) {
        String code = line.field("kind").orElse("");
        Optional<Outcome> outcome = Arrays.stream(Outcome.Reason.values())
                .filter(reason -> reason.name().equalsIgnoreCase(code))
                .findFirst()
                .map(reason -> new Outcome.Unjudged(reason, line.field("detail").orElse("")));
        if (outcome.isEmpty()) {
            wrong.accept("kind is \"" + code + "\"; expected such as own_network or paused");
        }
        return outcome;
    }
}
