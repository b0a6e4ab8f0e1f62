package dev.tocsin.command.builtin;

import dev.tocsin.core.cause.Assessment;
import dev.tocsin.core.cause.Cause;
import dev.tocsin.core.cause.Clue;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.message.AssessmentWords;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Clockface;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What an outage may come from, with every rule that spoke for or against it. Pure. */
final class AssessmentLines {
    private AssessmentLines() {}

    static Message under(Message message, Incident incident) {
        return incident.assessment()
                .map(one -> told(message, incident, one))
                .orElseGet(() -> message.fact("Assessment", Line.of("none was made")));
    }

    private static Message told(Message message, Incident incident, Assessment assessment) {
        Message titled = message.fact(AssessmentWords.title(assessment), AssessmentWords.line(assessment, incident))
                .fact(
                        "Likeliest",
                        Line.of(likeliest(assessment) + ", as of "
                                + Clockface.full(
                                        assessment.at(), incident.subject().zone())));
        List<Line> clues = new ArrayList<>();
        assessment.cluesFor().forEach(clue -> clues.add(line("for, ", clue, "")));
        assessment.cluesAgainst().forEach(clue -> clues.add(line("against, ", clue, "")));
        assessment.cluesBeside().forEach(clue -> clues.add(line("", clue, beside(clue))));
        return clues.isEmpty() ? titled : titled.and(new Block.Bullets(clues));
    }

    private static String likeliest(Assessment assessment) {
        return assessment.label() == Cause.UNDETERMINED
                ? "none that leads the next by three to one"
                : assessment.label().phrase();
    }

    private static Line line(String side, Clue clue, String after) {
        return Line.empty().strong(side + clue.rule()).text(": " + clue.says() + after);
    }

    /** What a clue speaks for and against that was not what was assessed. */
    private static String beside(Clue clue) {
        String pro = causes(clue, weight -> weight > 0);
        String contra = causes(clue, weight -> weight < 0);
        return (pro.isEmpty() ? "" : " · for " + pro) + (contra.isEmpty() ? "" : " · against " + contra);
    }

    private static String causes(Clue clue, Predicate<Double> side) {
        return Arrays.stream(Cause.values())
                .filter(cause -> side.test(clue.weight(cause)))
                .map(Cause::phrase)
                .collect(Collectors.joining(", "));
    }
}
