package dev.tocsin.config;

import dev.tocsin.core.network.Grouping;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.Control;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.Pace;
import dev.tocsin.core.target.Secret;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TlsLibrary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The config, read and checked.
 *
 * @param security where looks at targets of chat may go
 * @param grouping how targets that name no network come to one
 */
public record Settings(
        General general,
        Platforms platforms,
        AddressPolicy security,
        Looks looks,
        Defaults defaults,
        List<Control> controls,
        List<Network> networks,
        Grouping grouping,
        List<Target> targets,
        List<Subscription> subscriptions,
        Retention retention) {
    public Settings {
        controls = List.copyOf(controls);
        networks = List.copyOf(networks);
        targets = List.copyOf(targets);
        subscriptions = List.copyOf(subscriptions);
    }

    /**
     * What holds for the bot as a whole.
     *
     * @param store SQLite file
     * @param practice whether the practice network is played
     */
    public record General(Vantage vantage, ZoneId zone, Path store, Practice practice) {}

    public enum Practice {
        ON,
        OFF
    }

    /**
     * Where people are.
     *
     * @param discord as given; absent where the bot is not to connect to it
     * @param telegram as given, likewise
     * @param admins by platform
     * @param operators channels that hear of the bot's own troubles
     */
    public record Platforms(
            Console console,
            Optional<Discord> discord,
            Optional<Telegram> telegram,
            Map<String, List<String>> admins,
            List<ChannelRef> operators) {
        public Platforms {
            admins = Map.copyOf(admins);
            operators = List.copyOf(operators);
        }
    }

    /**
     * How the bot is in Discord.
     *
     * @param api base of the HTTP API, where it is not Discord's own
     * @param gateway address of the gateway, where it is not the one the API names
     * @param shards as many sessions; absent for as many as Discord recommends
     * @param guilds servers whose managers are admins of the bot; empty for what follows from who can invite it
     * @param trialGuild server in which alone commands are registered
     */
    public record Discord(
            Secret token,
            Optional<String> api,
            Optional<String> gateway,
            Optional<Integer> shards,
            Set<String> guilds,
            Optional<String> trialGuild) {
        public Discord {
            guilds = Set.copyOf(guilds);
        }
    }

    /**
     * How the bot is in Telegram.
     *
     * @param api scheme, host and port of the Bot API, where it is not Telegram's own
     */
    public record Telegram(Secret token, Optional<String> api) {}

    public enum Console {
        COLOURED,
        PLAIN,
        OFF
    }

    /**
     * How looks are made.
     *
     * @param inFlight most looks going on at once, 1 to 20,000
     * @param shards 1 to 64
     * @param tls whose TLS they speak
     */
    public record Looks(int inFlight, int shards, TlsLibrary tls) {}

    /** What holds for targets that do not say. */
    public record Defaults(Pace pace, Confirm confirm, Resolvers resolvers) {}

    /**
     * For how long what is kept.
     *
     * @param looks each of them
     * @param minutes what the looks of each minute came to
     * @param hours what the looks of each hour came to
     * @param days what the looks of each day came to
     * @param records what ended: incidents, deliveries, the audit
     */
    public record Retention(Duration looks, Duration minutes, Duration hours, Duration days, Duration records) {}
}
