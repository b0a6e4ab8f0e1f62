package dev.tocsin.command.builtin;

import dev.tocsin.core.message.DurationText;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.network.Announcement;
import dev.tocsin.core.network.Group;
import dev.tocsin.core.network.LookedUp;
import dev.tocsin.core.network.Place;
import dev.tocsin.core.target.Network;
import dev.tocsin.engine.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which network a target stands in, and how that is known, in words. Pure. */
final class NetworkWords {
    private static final int NAME = 60;

    private NetworkWords() {}

    /** A few words for a table. */
    static String word(Place place) {
        return switch (place) {
            case Place.Unknown ignored -> "–";
            case Place.Shared ignored -> "shared front end";
            case Place.Known known ->
                switch (known.source()) {
                    case DECLARED -> known.network().text();
                    case LOOKED_UP -> system(known) + " (looked up)";
                    case INFERRED -> known.network().text() + " (inferred)";
                };
        };
    }

    /** All that is known, and where it comes from. */
    static String sentence(Place place, Roster roster, Instant now) {
        return switch (place) {
            case Place.Unknown ignored -> "not known";
            case Place.Shared(Optional<LookedUp> lookup) ->
                "none is taken: it answers at a front end that very many share"
                        + lookup.flatMap(LookedUp::found)
                                .map(found -> ", " + systems(found))
                                .orElse("");
            case Place.Known known ->
                switch (known.source()) {
                    case DECLARED -> declared(known, roster) + "; the config says so";
                    case LOOKED_UP -> lookedUp(known, now);
                    case INFERRED ->
                        known.network().text() + ", inferred from its address; nothing more is known of it";
                };
        };
    }

    private static String declared(Place.Known known, Roster roster) {
        return known.groups().stream()
                .map(group -> group instanceof Group.Named(var id)
                        ? Optional.ofNullable(roster.networks().get(id))
                                .map(NetworkWords::name)
                                .orElse(id.value())
                        : OutsideText.cut(group.text(), NAME))
                .collect(Collectors.joining(", "));
    }

    private static String name(Network network) {
        String name = OutsideText.name(network.name(), network.id().value(), NAME);
        return name.equals(network.id().value()) ? name : name + " (" + network.id() + ")";
    }

    private static String lookedUp(Place.Known known, Instant now) {
        return known.lookup()
                .flatMap(lookup -> lookup.found()
                        .map(found -> known.network().text()
                                + called(found)
                                + found.registered()
                                        .map(country -> ", registered in " + country)
                                        .orElse("")
                                + "; looked up " + DurationText.of(Duration.between(lookup.at(), now)) + " ago"))
                .orElse(known.network().text());
    }

    private static String system(Place.Known known) {
        return known.groups().stream()
                .filter(Group.OfSystem.class::isInstance)
                .findFirst()
                .orElse(known.network())
                .text();
    }

    private static String systems(Announcement found) {
        return found.systems().stream().map(one -> "AS" + one).collect(Collectors.joining(" and ")) + called(found);
    }

    private static String called(Announcement found) {
        return found.name()
                .map(name -> " (" + OutsideText.cut(name, NAME) + ")")
                .orElse("");
    }
}
