package dev.tocsin.config;

import dev.tocsin.command.Nearest;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a subscription of the file may name. With the practice network on, its names are taken on trust. */
record Known(Map<NetworkId, Network> networks, List<Target> targets, Settings.Practice practice) {
    /** Why nothing would ever be told; targets and tags of chat may come later, so a tag is never a mistake. */
    Optional<String> mistake(Scope scope) {
        return switch (scope) {
            case Scope.Everything ignored -> Optional.empty();
            case Scope.OfTag ignored -> Optional.empty();
            case Scope.OfNetwork of ->
                networks.containsKey(of.of()) || practice == Settings.Practice.ON
                        ? Optional.empty()
                        : Optional.of("no network is called " + of.of()
                                + suggestion(
                                        of.of().value(),
                                        networks.keySet().stream()
                                                .map(NetworkId::value)
                                                .toList()));
            case Scope.OfTarget of ->
                targets.stream().anyMatch(target -> target.id().equals(of.target())) || practice == Settings.Practice.ON
                        ? Optional.empty()
                        : Optional.of("no target of this file is called " + of.target()
                                + suggestion(
                                        of.target().value(),
                                        targets.stream()
                                                .map(target -> target.id().value())
                                                .toList()));
        };
    }

    private static String suggestion(String word, List<String> known) {
        return Nearest.to(word, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("; expected one that is declared here");
    }
}
