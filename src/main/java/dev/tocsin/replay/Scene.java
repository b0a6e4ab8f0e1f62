package dev.tocsin.replay;

import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Pace;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Severity;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Declared;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the bot is like to which a history is played. It has no controls, since no history tells of them, and nobody who
 * hears of its own troubles.
 *
 * @param leftOut targets of the history that the config does not declare
 */
public record Scene(Declared declared, Set<TargetId> leftOut) {
    private static final ChannelRef ALL = new ChannelRef("replay", "all");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    public Scene {
        leftOut = Set.copyOf(leftOut);
    }

    /**
     * A bot without a config: every target is looked at as often, and {@code replay:all} hears of everything.
     *
     * @param network the one that all targets stand in, where they stand in one
     */
    public static Scene plain(
            RecordingReader.Reading.Good history, Vantage vantage, Duration every, Optional<String> network) {
        Optional<Network> one =
                network.map(name -> new Network(id(name), name, Optional.empty(), Optional.empty(), ZoneOffset.UTC));
        List<Target> targets = history.recording().targets().stream()
                .map(target -> target(target, history.addresses(), new Pace(every, TIMEOUT), one.map(Network::id)))
                .toList();
        Subscription all = new Subscription(
                -1, ALL, new Scope.Everything(), Severity.LOW, Manner.PLAIN, Origin.FILE, "replay", Instant.EPOCH);
        return new Scene(
                new Declared(vantage, targets, one.stream().toList(), List.of(), List.of(all), List.of()), Set.of());
    }

    /** The bot of a config, as far as its targets are in the history. */
    public static Scene configured(Recording recording, Declared config) {
        List<Target> known = config.targets().stream()
                .filter(target -> recording.targets().contains(target.id()))
                .toList();
        Set<TargetId> ids = known.stream().map(Target::id).collect(Collectors.toSet());
        return new Scene(
                new Declared(
                        config.vantage(),
                        known,
                        config.networks(),
                        List.of(),
                        config.subscriptions(),
                        List.of(),
                        config.grouping()),
                recording.targets().stream().filter(one -> !ids.contains(one)).collect(Collectors.toSet()));
    }

    /** The same where every target has this rule. */
    Declared under(Rule rule) {
        return new Declared(
                declared.vantage(),
                declared.targets().stream().map(rule::on).toList(),
                declared.networks(),
                declared.controls(),
                declared.subscriptions(),
                declared.operators(),
                declared.grouping());
    }

    private static Target target(TargetId id, Map<TargetId, URI> addresses, Pace pace, Optional<NetworkId> network) {
        Check check = Optional.ofNullable(addresses.get(id))
                .<Check>map(url -> new Check.Http(url, Check.Http.WORKING, Optional.empty()))
                .orElseGet(() -> new Check.Tcp(id.value(), 443));
        return new Target(
                id,
                id.value(),
                check,
                network,
                Set.of(),
                Severity.NORMAL,
                pace,
                new Confirm.Weighed(),
                ZoneOffset.UTC,
                Origin.FILE);
    }

    private static NetworkId id(String name) {
        String id =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceFirst("^[^a-z0-9]+", "");
        return new NetworkId(id.isEmpty() ? "history" : id.substring(0, Math.min(64, id.length())));
    }
}
