package dev.tocsin.command.look;

import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.observe.Attempt;
import dev.tocsin.core.observe.Expectation;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Hop;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything one look saw: its phases as a waterfall, the addresses it tried, the redirects it followed, the
 * certificate, what was expected and what was found, and the verdict. Texts from outside are cleaned and cut. Pure.
 */
public final class LookReport {
    /** As many lines as a part may have; of the rest, the number is told. */
    static final int MOST = 12;

    private static final int TEXT = 160;
    private static final int URL = 300;

    private LookReport() {}

    /**
     * The report.
     *
     * @param headline what was looked at
     * @param at when the look began; days left are counted from then
     */
    public static Message of(Line headline, Finding finding, Instant at) {
        Trail trail = finding.trail();
        List<Block> blocks = new ArrayList<>(phases(finding));
        blocks.addAll(addresses(finding));
        blocks.addAll(part("Redirect", "Redirects", trail.redirects(), LookReport::hop));
        trail.certificate().ifPresent(shown -> blocks.addAll(CertificateFacts.of(shown, at)));
        blocks.addAll(part("Expected", "Expected", trail.expectations(), LookReport::expectation));
        blocks.addAll(part("Remark", "Remarks", trail.remarks(), remark -> OutsideText.cut(remark, TEXT)));
        blocks.add(new Block.Fact("Verdict", Line.of(verdict(finding.outcome()))));
        return new Message(tone(finding.outcome()), headline, blocks, List.of());
    }

    private static List<Block> phases(Finding finding) {
        if (finding.timings().phases().isEmpty()) {
            return List.of(new Block.Fact("Phases", Line.of("none was begun")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Fixed(Waterfall.of(finding.timings(), failedIn(finding.outcome()))));
        int connections = finding.trail().attempts().size();
        if (connections > 1) {
            blocks.add(new Block.Paragraph(
                    Line.of(connections + " connections were tried; what a phase took in each is added up.")));
        }
        return blocks;
    }

    private static Optional<Phase> failedIn(Outcome outcome) {
        return outcome instanceof Outcome.Down(var failure) ? Optional.of(failure.phase()) : Optional.empty();
    }

    private static List<Block> addresses(Finding finding) {
        if (finding.trail().attempts().isEmpty()) {
            String used = finding.address()
                    .map(address -> OutsideText.cut(address, TEXT))
                    .orElse("none was reached");
            return List.of(new Block.Fact("Address", Line.of(used)));
        }
        return part("Address", "Addresses", finding.trail().attempts(), LookReport::attempt);
    }

    private static String attempt(Attempt attempt) {
        String address = OutsideText.cut(attempt.address(), TEXT);
        String took = Took.of(attempt.took());
        return attempt.failure()
                .map(failure -> address + " failed in " + failure.phase().label() + " after " + took + ": "
                        + OutsideText.cut(failure.phrase(), TEXT))
                .orElse(address + " ready after " + took);
    }

    private static String hop(Hop hop) {
        return hop.status() + " from " + OutsideText.cut(hop.from(), URL) + " to " + OutsideText.cut(hop.to(), URL);
    }

    private static String expectation(Expectation one) {
        String result = one.result() == Expectation.Result.MET ? "met" : "MISSED";
        return result + ": " + OutsideText.cut(one.wanted(), TEXT) + "; found: " + OutsideText.cut(one.found(), TEXT);
    }

    private static String verdict(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up ignored -> "up";
            case Outcome.Degraded ignored -> "degraded, which counts as working";
            case Outcome.Down ignored -> "down";
            case Outcome.Unjudged ignored -> "none; this look says nothing of the service";
        };
    }

    private static Tone tone(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up ignored -> Tone.GOOD;
            case Outcome.Degraded ignored -> Tone.WARNING;
            case Outcome.Down ignored -> Tone.ALERT;
            case Outcome.Unjudged ignored -> Tone.WARNING;
        };
    }

    /** Nothing, a fact, or a list under its name. */
    private static <T> List<Block> part(String one, String many, List<T> all, Function<T, String> told) {
        if (all.isEmpty()) {
            return List.of();
        }
        if (all.size() == 1) {
            return List.of(new Block.Fact(one, Line.of(told.apply(all.getFirst()))));
        }
        List<Line> lines = new ArrayList<>();
        all.stream().limit(MOST).map(told).map(Line::of).forEach(lines::add);
        if (all.size() > MOST) {
            lines.add(Line.of("and " + (all.size() - MOST) + " more"));
        }
        return List.of(new Block.Paragraph(Line.empty().strong(many)), new Block.Bullets(lines));
    }
}
