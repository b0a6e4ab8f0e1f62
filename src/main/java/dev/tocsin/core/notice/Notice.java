package dev.tocsin.core.notice;

import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.observe.ControlCount;
import dev.tocsin.core.observe.Vantage;
import java.time.Instant;
import java.util.Optional;

/** Something people are told, with all that its words need. */
public sealed interface Notice {
    /** The same event gives the same key, so that it is told once in a channel. */
    String key();

    /** When the event came about. */
    Instant at();

    /** The incident it is about, where it is about one. */
    default Optional<IncidentId> about() {
        return Optional.empty();
    }

    /** An outage was confirmed. */
    record Outage(Incident incident) implements Notice {
        @Override
        public String key() {
            return "incident/" + incident.id().number() + "/outage";
        }

        @Override
        public Instant at() {
            return incident.confirmedAt();
        }

        @Override
        public Optional<IncidentId> about() {
            return Optional.of(incident.id());
        }
    }

    /**
     * An outage that was held back, or told before a mute, still lasts when the mute ends; or one that was told with its
     * network still lasts when the network is back.
     *
     * @param mute id of the mute that ended; where it is a network's incident, its number, negative
     */
    record StillDown(Incident incident, long mute, Instant at) implements Notice {
        /** It still lasts though the incident of its network is over. */
        public static StillDown withoutNetwork(Incident incident, IncidentId network, Instant at) {
            return new StillDown(incident, -network.number(), at);
        }

        public boolean isWithoutNetwork() {
            return mute < 0;
        }

        @Override
        public String key() {
            return "incident/" + incident.id().number() + "/still-down/" + mute;
        }

        @Override
        public Optional<IncidentId> about() {
            return Optional.of(incident.id());
        }
    }

    /** A service answers again. The incident's state is {@link Incident.State.Restored}. */
    record Restored(Incident incident, Instant at) implements Notice {
        @Override
        public String key() {
            return "incident/" + incident.id().number() + "/restored";
        }

        @Override
        public Optional<IncidentId> about() {
            return Optional.of(incident.id());
        }
    }

    /**
     * Much more of a network is down than was told.
     *
     * @param down how many targets were down at the most
     */
    record Widened(Incident incident, int down, Instant at) implements Notice {
        @Override
        public String key() {
            return "incident/" + incident.id().number() + "/widened/" + down;
        }

        @Override
        public Optional<IncidentId> about() {
            return Optional.of(incident.id());
        }
    }

    /** Some of a network answers again, and some does not. */
    record Returning(Incident incident, Instant at) implements Notice {
        @Override
        public String key() {
            return "incident/" + incident.id().number() + "/returning";
        }

        @Override
        public Optional<IncidentId> about() {
            return Optional.of(incident.id());
        }
    }

    /** The subject of an open incident is no longer watched. The incident's state is {@link Incident.State.Withdrawn}. */
    record Withdrawn(Incident incident, Instant at) implements Notice {
        @Override
        public String key() {
            return "incident/" + incident.id().number() + "/withdrawn";
        }

        @Override
        public Optional<IncidentId> about() {
            return Optional.of(incident.id());
        }
    }

    /** Somebody added a sourced note to an incident; it is the last of the incident's notes. */
    record Noted(Incident incident, int number, Instant at) implements Notice {
        @Override
        public String key() {
            return "incident/" + incident.id().number() + "/note/" + number;
        }

        @Override
        public Optional<IncidentId> about() {
            return Optional.of(incident.id());
        }
    }

    /**
     * A certificate that a service shows ends soon. Told once for each certificate and threshold.
     *
     * @param fingerprint SHA-256 of the certificate, in hexadecimal
     * @param until its end
     * @param days the threshold that was reached, in days before the end
     */
    record CertificateEnds(Subject subject, String fingerprint, Instant until, int days, Instant at) implements Notice {
        @Override
        public String key() {
            return switch (subject) {
                case Subject.OfTarget of -> "certificate/" + of.id() + "/" + fingerprint + "/" + days;
                case Subject.OfNetwork of -> "certificate/" + of.key() + "/" + fingerprint + "/" + days;
            };
        }
    }

    /** This vantage lost its controls: monitoring is paused. */
    record SightLost(Vantage vantage, Instant since, ControlCount controls, Instant at) implements Notice {
        @Override
        public String key() {
            return "sight/" + vantage.name() + "/" + since.toEpochMilli() + "/lost";
        }
    }

    /** This vantage sees again. */
    record SightRegained(Vantage vantage, Instant since, Instant until, ControlCount controls) implements Notice {
        @Override
        public String key() {
            return "sight/" + vantage.name() + "/" + since.toEpochMilli() + "/regained";
        }

        @Override
        public Instant at() {
            return until;
        }
    }

    /** A test of the path to a channel. */
    record Drill(String by, String text, Instant at) implements Notice {
        @Override
        public String key() {
            return "drill/" + at.toEpochMilli();
        }
    }

    /**
     * A trouble of the bot's own, for its operators.
     *
     * @param topic stable word for the kind of trouble: {@code config}, {@code store}, {@code schedule}
     */
    record Trouble(String topic, String text, Instant at) implements Notice {
        /** The topic where a channel is no more. */
        public static final String CHANNEL = "channel";

        @Override
        public String key() {
            return "trouble/" + topic + "/" + at.toEpochMilli();
        }
    }
}
