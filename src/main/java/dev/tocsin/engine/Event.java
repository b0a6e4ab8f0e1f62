package dev.tocsin.engine;

import dev.tocsin.core.detect.Sight;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.observe.Certificate;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.target.Target;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Something that happened, which the intake deals with in the order of arrival. */
sealed interface Event {
    /**
     * A look ended.
     *
     * @param target as it was when the look began
     * @param certificate what the look was shown, where it was shown one
     */
    record Looked(Target target, Observation observation, Optional<Certificate> certificate) implements Event {}

    /** A round of looks at the controls ended. */
    record Sighted(Sight sight) implements Event {}

    record Asked(Request request, CompletableFuture<Reply> reply) implements Event {}

    /**
     * The config is another.
     *
     * @param done completed once it holds
     */
    record Redeclared(Declared declared, CompletableFuture<Declared> done) implements Event {}

    /** Time went on. */
    record Ticked() implements Event {}

    /** Something is wrong with the bot itself, or right again. */
    record Troubled(String topic, String text) implements Event {}

    /** A channel is no more. */
    record Vanished(ChannelRef channel, String why) implements Event {}

    record Relocated(ChannelRef from, ChannelRef to) implements Event {}

    /** The bot could not speak for a while. */
    record StoodStill(Gap gap) implements Event {}
}
