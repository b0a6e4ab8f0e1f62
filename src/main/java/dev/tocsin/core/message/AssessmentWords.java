package dev.tocsin.core.message;

import dev.tocsin.core.cause.Assessment;
import dev.tocsin.core.cause.Cause;
import dev.tocsin.core.cause.Clue;
import dev.tocsin.core.cause.Confidence;
import dev.tocsin.core.cause.Detail;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.Network;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The words about what an outage may come from: hedged, and no part of a sentence without the rule that bears it out.
 * Pure.
 */
public final class AssessmentWords {
    private static final String NOT_KNOWN = "The cause is not known from these measurements.";
    private static final int MOST_GROUPS = 3;

    private AssessmentWords() {}

    static Message under(Message message, Incident incident) {
        return incident.assessment()
                .map(one -> message.fact(title(one), line(one, incident)))
                .orElseGet(() -> message.and(new Block.Paragraph(Line.of(NOT_KNOWN))));
    }

    /** The same for groups of outages that are told in one message. */
    static Message under(Message message, List<Groups.Group> down) {
        List<Groups.Group> assessed = down.stream()
                .filter(group -> group.incidents().stream()
                        .anyMatch(one -> one.assessment().isPresent()))
                .limit(MOST_GROUPS)
                .toList();
        if (assessed.isEmpty()) {
            return message.and(new Block.Paragraph(Line.of(NOT_KNOWN)));
        }
        Message more = message;
        for (Groups.Group group : assessed) {
            Incident speaks = spokesman(group);
            Assessment of = speaks.assessment().orElseThrow();
            String whose = down.size() == 1 ? "" : name(group) + ": ";
            more = more.fact(title(of), Line.of(whose + sentence(of, speaks)));
        }
        return more;
    }

    /** {@code Assessment (medium confidence)}. */
    public static String title(Assessment assessment) {
        return "Assessment"
                + assessment
                        .confidence()
                        .map(sure -> " (" + sure.phrase() + " confidence)")
                        .orElse("");
    }

    public static Line line(Assessment assessment, Incident incident) {
        return Line.of(sentence(assessment, incident));
    }

    private static String sentence(Assessment assessment, Incident incident) {
        String words = words(assessment, incident) + ".";
        return switch (assessment.label()) {
            case NETWORK_LOSS, OVERLOAD, DNS_FAULT, PATH_OR_BLOCKING ->
                words + " Measurements cannot establish intent.";
            case OWN_NETWORK, SERVICE_FAULT, TLS_FAULT, MAINTENANCE, UNDETERMINED -> words;
        };
    }

    private static String words(Assessment assessment, Incident incident) {
        return switch (assessment.label()) {
            case OWN_NETWORK -> "measurement paused: our own connectivity appears impaired";
            case SERVICE_FAULT -> "limited to this service; other services on the network respond";
            case NETWORK_LOSS -> networkLoss(assessment);
            case OVERLOAD -> "consistent with overload, which can have many causes, denial of service among them";
            case DNS_FAULT ->
                "name resolution is failing" + (fired(assessment, "DF3") ? "" : " from here")
                        + "; the servers themselves respond";
            case TLS_FAULT -> "certificate problem" + certificate(assessment, incident);
            case MAINTENANCE -> maintenance(assessment);
            case PATH_OR_BLOCKING -> seen(assessment) + "consistent with filtering or a path fault";
            case UNDETERMINED -> "cause not determined from measurements";
        };
    }

    private static String networkLoss(Assessment assessment) {
        return "consistent with the network being disconnected or withdrawn"
                + (fired(assessment, "NL2") ? " at once" : "")
                + (fired(assessment, "NL3") ? ", rather than with gradual overload" : "");
    }

    private static String certificate(Assessment assessment, Incident incident) {
        if (assessment.detail().orElse(null) instanceof Detail.Ended ended) {
            return " (expired " + Clockface.full(ended.at(), incident.subject().zone()) + ")";
        }
        Failure failure = incident.evidence().failure();
        return failure.phase() == Phase.TLS ? " (" + failure.kind().phrase() + ")" : "";
    }

    private static String maintenance(Assessment assessment) {
        Detail.Way way =
                assessment.detail().orElse(null) instanceof Detail.Upkeep upkeep ? upkeep.way() : Detail.Way.ANNOUNCED;
        return switch (way) {
            case PAGE -> "serving a maintenance page";
            case RETRY_AFTER -> "answering that it is unavailable for now and when to come back, as in maintenance";
            case ANNOUNCED -> "within a maintenance that was announced";
        };
    }

    private static String seen(Assessment assessment) {
        return assessment.detail().orElse(null) instanceof Detail.Seen from
                ? "unreachable from " + names(from.failing()) + "; reachable from " + names(from.answering()) + ": "
                : "";
    }

    private static String names(List<Vantage> vantages) {
        return vantages.stream().map(one -> OutsideText.cut(one.name(), 40)).collect(Collectors.joining(", "));
    }

    private static boolean fired(Assessment assessment, String rule) {
        return assessment.cluesFor().stream().map(Clue::rule).anyMatch(rule::equals);
    }

    /**
     * The incident whose assessment speaks for the group: of several that are assessed alike the least sure one, else the
     * newest, if it is about the network as a whole.
     */
    private static Incident spokesman(Groups.Group group) {
        List<Incident> assessed = group.incidents().stream()
                .filter(one -> one.assessment().isPresent())
                .toList();
        Incident newest = assessed.stream()
                .max(Comparator.comparing(one -> assessment(one).at()))
                .orElseThrow();
        if (assessed.stream().map(one -> assessment(one).label()).distinct().count() == 1) {
            return assessed.stream()
                    .min(Comparator.comparing(one -> assessment(one)
                            .confidence()
                            .map(Confidence::ordinal)
                            .orElse(-1)))
                    .orElseThrow();
        }
        return assessment(newest).label() == Cause.NETWORK_LOSS ? newest : undetermined(newest);
    }

    private static Assessment assessment(Incident incident) {
        return incident.assessment().orElseThrow();
    }

    private static Incident undetermined(Incident incident) {
        return incident.with(new Assessment(
                Cause.UNDETERMINED,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                assessment(incident).at()));
    }

    private static String name(Groups.Group group) {
        return group.isSingle()
                ? NoticeWriter.name(group.first())
                : group.network()
                        .map(Network::name)
                        .map(network -> OutsideText.cut(network, 80))
                        .orElseGet(() -> NoticeWriter.name(group.first()));
    }
}
