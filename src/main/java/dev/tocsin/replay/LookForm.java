package dev.tocsin.replay;

import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Our own form of kept looks: one line each, times in UTC. Pure. */
public final class LookForm {
    /** The first line. */
    public static final String HEADER = "time,target,vantage,outcome,phase,kind,detail,latency_ms";

    private LookForm() {}

    public static String line(Observation look) {
        return switch (look.outcome()) {
            case Outcome.Up ignored -> line(look, "up", "", "", "");
            case Outcome.Degraded(Failure flaw) -> failed(look, "degraded", flaw);
            case Outcome.Down(Failure failure) -> failed(look, "down", failure);
            case Outcome.Unjudged(Outcome.Reason reason, String detail) ->
                line(look, "unjudged", "", lower(reason.name()), detail);
        };
    }

    private static String failed(Observation look, String outcome, Failure failure) {
        return line(look, outcome, lower(failure.phase().name()), failure.kind().code(), failure.detail());
    }

    private static String line(Observation look, String outcome, String phase, String kind, String detail) {
        return Csv.line(List.of(
                look.at().toString(),
                look.target().value(),
                look.vantage().name(),
                outcome,
                phase,
                kind,
                detail,
                millis(look)));
    }

    private static String millis(Observation look) {
        return BigDecimal.valueOf(look.finding().timings().total().toNanos(), 6)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
