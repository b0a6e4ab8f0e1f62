package dev.tocsin.engine;

import dev.tocsin.core.network.Grouping;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.Control;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.Target;
import java.util.List;

/**
 * What the config declares.
 *
 * @param vantage where looks are made from
 * @param operators channels that are told of the bot's own troubles
 * @param grouping how targets that name no network come to one
 */
public record Declared(
        Vantage vantage,
        List<Target> targets,
        List<Network> networks,
        List<Control> controls,
        List<Subscription> subscriptions,
        List<ChannelRef> operators,
        Grouping grouping) {
    public Declared {
        targets = List.copyOf(targets);
        networks = List.copyOf(networks);
        controls = List.copyOf(controls);
        subscriptions = List.copyOf(subscriptions);
        operators = List.copyOf(operators);
    }

    /** The same where nothing is said of how targets group, besides the network that each may name. */
    public Declared(
            Vantage vantage,
            List<Target> targets,
            List<Network> networks,
            List<Control> controls,
            List<Subscription> subscriptions,
            List<ChannelRef> operators) {
        this(vantage, targets, networks, controls, subscriptions, operators, Grouping.PLAIN);
    }
}
