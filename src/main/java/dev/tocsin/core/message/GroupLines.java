package dev.tocsin.core.message;

import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines that tell of a group of incidents: how many, which, since when. Pure. */
final class GroupLines {
    private static final int NAMED = 4;

    private GroupLines() {}

    static Line down(Groups.Group group, Headlines.Detail detail, Instant now) {
        Incident first = earliest(group.incidents());
        if (group.isSingle()) {
            return Headlines.down("Confirmed: ", first, detail, now).text(" Incident " + first.id());
        }
        return Line.empty()
                .strong("Confirmed: ")
                .text(group.incidents().size() + " services on " + network(group) + " do not answer since around ")
                .time(first.onset().firstFailure(), zone(group))
                .text(", including " + names(group) + ". " + incidents(group));
    }

    static Line over(Groups.Group group) {
        Incident first = earliest(group.incidents());
        if (group.isSingle()) {
            return Line.empty().strong(NoticeWriter.name(first)).text(" " + ended(first) + " Incident " + first.id());
        }
        long restored = group.incidents().stream()
                .filter(one -> one.state() instanceof Incident.State.Restored)
                .count();
        Instant last = group.incidents().stream()
                .map(GroupLines::end)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String withdrawn = restored == group.incidents().size()
                ? ""
                : " " + (group.incidents().size() - restored) + " are no longer watched.";
        return Line.empty()
                .strong("Confirmed: ")
                .text(restored + " services on " + network(group) + " answer again as of "
                        + Clockface.full(last, zone(group)) + ", including " + names(group)
                        + "; the first had failed at "
                        + Clockface.full(first.onset().firstFailure(), zone(group)) + ", "
                        + DurationText.of(Duration.between(first.onset().firstFailure(), last)) + " before."
                        + withdrawn + " " + incidents(group));
    }

    /** What was measured, over everything that is down. */
    static Message evidence(Message message, Groups groups) {
        List<Incident> down = groups.down().stream()
                .flatMap(group -> group.incidents().stream())
                .toList();
        if (down.isEmpty()) {
            return message;
        }
        int failed = down.stream().mapToInt(one -> one.evidence().failed()).sum();
        int looks = down.stream().mapToInt(one -> one.evidence().looks()).sum();
        String kinds = down.stream()
                .map(one -> OutsideText.cut(one.evidence().failure().phrase(), 60))
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
        String controls = down.getLast()
                .evidence()
                .controls()
                .map(count -> " · " + count + " control sites answered")
                .orElse("");
        Message more =
                message.fact("Evidence", Line.of(failed + " of " + looks + " looks failed (" + kinds + ")" + controls));
        Set<String> reachable = stillReachable(down);
        more = reachable.isEmpty() ? more : more.fact("Still reachable", Line.of(String.join(", ", reachable)));
        return AssessmentWords.under(more, groups.down());
    }

    /** Names that no incident of this message contradicts. */
    private static Set<String> stillReachable(List<Incident> down) {
        Set<String> failed = down.stream().map(one -> one.subject().name()).collect(Collectors.toSet());
        Set<String> reachable = new LinkedHashSet<>();
        down.getLast().evidence().stillReachable().stream()
                .filter(one -> !failed.contains(one))
                .limit(5)
                .forEach(one -> reachable.add(OutsideText.cut(one, 60)));
        return reachable;
    }

    static String ended(Incident incident) {
        return switch (incident.state()) {
            case Incident.State.Restored over ->
                "answers again as of "
                        + Clockface.full(
                                over.restoration().firstSuccess(),
                                incident.subject().zone())
                        + "; it had failed at "
                        + Clockface.full(
                                incident.onset().firstFailure(),
                                incident.subject().zone())
                        + ". " + NoticeTimes.lasted(incident, over.restoration());
            case Incident.State.Withdrawn ignored -> "is no longer watched, so its return cannot be seen.";
            case Incident.State.Open ignored -> "does not answer.";
        };
    }

    private static Instant end(Incident incident) {
        return switch (incident.state()) {
            case Incident.State.Restored over -> over.restoration().firstSuccess();
            case Incident.State.Withdrawn over -> over.at();
            case Incident.State.Open ignored -> incident.confirmedAt();
        };
    }

    private static Incident earliest(List<Incident> incidents) {
        return incidents.stream()
                .min(Comparator.comparing(one -> one.onset().firstFailure()))
                .orElseThrow();
    }

    private static String names(Groups.Group group) {
        List<String> names = group.incidents().stream()
                .sorted(Comparator.comparing((Incident one) -> severity(one)).reversed())
                .limit(NAMED)
                .map(NoticeWriter::name)
                .toList();
        int more = group.incidents().size() - names.size();
        return String.join(", ", names) + (more > 0 ? " +" + more + " more" : "");
    }

    private static Severity severity(Incident incident) {
        return incident.subject().severity();
    }

    private static String incidents(Groups.Group group) {
        List<IncidentId> ids =
                group.incidents().stream().map(Incident::id).sorted().toList();
        boolean running = ids.getLast().number() - ids.getFirst().number() == ids.size() - 1;
        return running
                ? "Incidents " + ids.getFirst() + "–" + ids.getLast()
                : "Incidents " + ids.stream().limit(6).map(IncidentId::toString).collect(Collectors.joining(", "))
                        + (ids.size() > 6 ? " +" + (ids.size() - 6) : "");
    }

    private static String network(Groups.Group group) {
        Network network = group.network().orElseThrow();
        return OutsideText.name(network.name(), network.id().value(), 80) + Headlines.place(network);
    }

    private static ZoneId zone(Groups.Group group) {
        return group.network().map(Network::zone).orElse(group.first().subject().zone());
    }
}
