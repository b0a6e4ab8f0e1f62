package dev.tocsin.engine;

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
 */
public record Declared(
        Vantage vantage,
        List<Target> targets,
        List<Network> networks,
        List<Control> controls,
        List<Subscription> subscriptions,
        List<ChannelRef> operators) {
    public Declared {
        targets = List.copyOf(targets);
        networks = List.copyOf(networks);
        controls = List.copyOf(controls);
        subscriptions = List.copyOf(subscriptions);
        operators = List.copyOf(operators);
    }
}
