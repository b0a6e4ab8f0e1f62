package dev.tocsin.core.notice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a channel is told.
 *
 * @param following how what follows an outage is told
 * @param mentions who is called to an outage; nobody is called to anything else
 */
public record Manner(Following following, List<Mention> mentions) {
    /** Replies, and nobody is called. */
    public static final Manner PLAIN = new Manner(Following.REPLY, List.of());

    public Manner {
        mentions = List.copyOf(mentions);
    }

    /** How the end of an outage, and notes about it, reach a channel that was told of the outage. */
    public enum Following {
        /** As messages that answer the outage's. */
        REPLY,
        /** In a thread of the outage's message, where the platform has threads. */
        THREAD,
        /** By editing the outage's message alone, where the platform can. */
        EDIT
    }

    /**
     * Somebody who may be called.
     *
     * @param id the platform's, digits
     */
    public record Mention(Kind kind, String id) {
        /** As it is written in the config and in commands. */
        public static final Pattern FORM = Pattern.compile("(role|user):(\\d{1,19})");

        /** Who is called. */
        public enum Kind {
            ROLE,
            USER
        }

        /** Reads {@code role:123} or {@code user:123}; throws {@link IllegalArgumentException} on anything else. */
        public static Mention parse(String text) {
            var matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("'" + text + "' calls nobody; expected role: or user: and an id");
            }
            return new Mention(matcher.group(1).equals("role") ? Kind.ROLE : Kind.USER, matcher.group(2));
        }

        @Override
        public String toString() {
            return (kind == Kind.ROLE ? "role:" : "user:") + id;
        }
    }

    /** What both ask for; the way of following is this one's. */
    public Manner and(Manner other) {
        Set<Mention> all = new LinkedHashSet<>(mentions);
        all.addAll(other.mentions);
        return new Manner(following, List.copyOf(all));
    }

    /** The same, with nobody called. */
    public Manner quiet() {
        return new Manner(following, List.of());
    }
}
