package dev.tocsin.command;

import java.util.List;
import java.util.Optional;

/** The practice network's switches. Safe for use by many threads. */
public interface Practice {
    /** How a practice service behaves. */
    enum Mode {
        /** Answers at once. */
        RESTORE,
        /** Does not answer a connection, as a network that was switched off. */
        SHUTDOWN,
        /** Refuses connections, as a host whose service was stopped. */
        REFUSE,
        /** Accepts a connection and answers too late. */
        SLOW
    }

    /** What can be switched: ids of services and of networks, and {@code controls}. */
    List<String> names();

    /**
     * Switches a service, a network, the controls, or (empty) the practice government network; {@link Mode#RESTORE}
     * with no name restores everything.
     *
     * @return the names of the services that were switched
     * @throws IllegalArgumentException if nothing goes by that name
     */
    List<String> set(Mode mode, Optional<String> name);
}
