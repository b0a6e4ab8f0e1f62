package dev.tocsin.core.message;

import dev.tocsin.core.incident.Extent;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.target.Network;
import java.time.Instant;

/** What failed, or answers again, in one sentence. Pure. */
final class Headlines {
    private Headlines() {}

    /** Whether the names of some services are told. */
    enum Detail {
        FULL,
        BRIEF
    }

    /**
     * What does not answer, and since when.
     *
     * @param opening set off from what follows, with a blank at its end
     */
    static Line down(String opening, Incident incident, Detail detail, Instant now) {
        return switch (incident.subject()) {
            case Subject.OfTarget ignored ->
                NoticeTimes.onset(
                        Line.empty().strong(opening).text(NoticeWriter.name(incident) + failing(incident)),
                        incident,
                        now);
            case Subject.OfNetwork ignored -> network(opening, incident, detail, now);
        };
    }

    private static String failing(Incident incident) {
        return incident.evidence().failed() == incident.evidence().looks()
                ? " does not answer. "
                : " fails half of the looks or more. ";
    }

    private static Line network(String opening, Incident incident, Detail detail, Instant now) {
        Extent extent = incident.extent().orElseThrow();
        String count = extent.down() + " of " + extent.known() + " monitored services";
        String what = extent.isWhole()
                ? NoticeWriter.name(incident) + " is unreachable: " + count + " do not answer. "
                : "partial disruption of " + NoticeWriter.name(incident) + ": " + count + " (" + extent.percent()
                        + " %) do not answer. ";
        Line line = NoticeTimes.onset(Line.empty().strong(opening).text(what), incident, now);
        return extent.names().isEmpty() || detail == Detail.BRIEF
                ? line
                : line.text(" Among them " + names(extent) + ".");
    }

    /** That it answers again, as of when, and how long it lasted. */
    static Line restored(Incident incident, Instant since, String lasted) {
        String name = NoticeWriter.name(incident);
        String again = switch (incident.subject()) {
            case Subject.OfTarget ignored -> name + " answers again as of ";
            case Subject.OfNetwork ignored ->
                incident.extent().orElseThrow().isWhole()
                        ? name + " is reachable again as of "
                        : "the partial disruption of " + name + " is over as of ";
        };
        Line line = Line.empty()
                .strong("Confirmed: ")
                .text(again)
                .time(since, incident.subject().zone())
                .text(". " + lasted);
        return incident.extent()
                .map(extent -> line.text(
                        " " + extent.back() + " of the " + extent.most() + " services that were down answer."))
                .orElse(line);
    }

    /** More of a network is down than was told. */
    static Line widened(Incident incident, Instant at) {
        Extent extent = incident.extent().orElseThrow();
        return Line.empty()
                .strong("Update: ")
                .text("at ")
                .time(at, incident.subject().zone())
                .text(" " + extent.down() + " of " + extent.known() + " monitored services on "
                        + NoticeWriter.name(incident) + " failed, "
                        + DurationText.of(
                                java.time.Duration.between(incident.onset().firstFailure(), at))
                        + " after the first failure; " + extent.told() + " had been told. Among them "
                        + names(extent) + ".");
    }

    /** Some of a network is back. */
    static Line returning(Incident incident, Instant at) {
        Extent extent = incident.extent().orElseThrow();
        return Line.empty()
                .strong("Update: ")
                .text("service is returning on " + NoticeWriter.name(incident) + ": " + extent.back() + " of the "
                        + extent.most() + " services that were down answer again, "
                        + DurationText.of(
                                java.time.Duration.between(incident.onset().firstFailure(), at))
                        + " after the first failure. Still down: " + names(extent) + ".");
    }

    /** A network's name as people call it, with its number and country where the config says. */
    static String network(Subject.OfNetwork of) {
        return of.declared()
                .map(network -> OutsideText.name(network.name(), network.id().value(), 80) + place(network))
                .orElse(OutsideText.cut(of.name(), 80));
    }

    /** The number of an autonomous system and a country, in brackets, where they are known. */
    static String place(Network network) {
        String country = network.country().map(in -> OutsideText.cut(in, 40)).orElse("");
        return network.asn()
                .map(asn -> " (AS" + asn + (country.isEmpty() ? "" : ", " + country) + ")")
                .orElse("");
    }

    private static String names(Extent extent) {
        String names = String.join(
                ", ",
                extent.names().stream().map(name -> OutsideText.cut(name, 60)).toList());
        int more = extent.down() - extent.names().size();
        return names + (more > 0 ? " +" + more + " more" : "");
    }
}
