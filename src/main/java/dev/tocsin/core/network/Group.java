package dev.tocsin.core.network;

import dev.tocsin.core.target.AddressRange;
import dev.tocsin.core.target.NetworkId;
import java.util.List;
import java.util.stream.Collectors;

/** Something targets stand in together, and so can fail together: a network, or what is above networks. */
public sealed interface Group {
    /** How it is told, in a few words. */
    String text();

    /** A text that tells it from every other group and stays the same over restarts. */
    default String key() {
        String kind = switch (this) {
            case Named ignored -> "network";
            case Announced ignored -> "announced";
            case Near ignored -> "near";
            case OfSystem ignored -> "system";
            case OfOperator ignored -> "operator";
            case OfCountry ignored -> "country";
        };
        return kind + ":" + text();
    }

    /** A network that the config declares. */
    record Named(NetworkId network) implements Group {
        @Override
        public String text() {
            return network.value();
        }
    }

    /**
     * A range as it is announced to the internet.
     *
     * @param systems who announces it
     */
    record Announced(AddressRange prefix, List<Long> systems) implements Group {
        public Announced {
            prefix = prefix.aligned();
            systems = systems.stream().sorted().toList();
        }

        @Override
        public String text() {
            return systems.stream().map(one -> "AS" + one).collect(Collectors.joining("+"))
                    + " "
                    + AddressText.of(prefix);
        }
    }

    /** Addresses that are near each other; nothing more is known of them. */
    record Near(AddressRange range) implements Group {
        public Near {
            range = range.aligned();
        }

        @Override
        public String text() {
            return AddressText.of(range);
        }
    }

    /** All networks of one autonomous system. */
    record OfSystem(long number) implements Group {
        @Override
        public String text() {
            return "AS" + number;
        }
    }

    /** All networks that the config gives this operator, spelled the same. */
    record OfOperator(String name) implements Group {
        @Override
        public String text() {
            return name;
        }
    }

    /** All networks that the config gives this country, spelled the same. */
    record OfCountry(String name) implements Group {
        @Override
        public String text() {
            return name;
        }
    }
}
