package dev.tocsin.core.observe;

/** What a look found. */
public sealed interface Outcome {
    /** The service answered as expected. */
    record Up() implements Outcome {}

    /** The service answered as expected, but something about it calls for attention. It counts as working. */
    record Degraded(Failure flaw) implements Outcome {}

    /** The service did not answer as expected. */
    record Down(Failure failure) implements Outcome {}

    /** The bot cannot vouch for what it saw; this moves nothing and is neither up nor down time. */
    record Unjudged(Reason reason, String detail) implements Outcome {}

    /** Whether the service worked. */
    default boolean isWorking() {
        return this instanceof Up || this instanceof Degraded;
    }

    /** Why a look counts for nothing. */
    enum Reason {
        /** The controls failed too: this vantage is cut off. */
        OWN_NETWORK("our own network was down"),
        /** The process stood still: a suspended machine, a stopped process, a long pause. */
        PAUSED("the bot was paused"),
        /** The look ran so far past its deadline that the machine cannot have given it time. */
        STARVED("the machine was too busy"),
        /** The wall clock was set while the look ran. */
        CLOCK_JUMP("the clock was changed"),
        /** The bot was not running at all. */
        NOT_RUNNING("the bot was not running"),
        /** The target came from chat and points where only the config file may. */
        NOT_ALLOWED("it leads where looks from chat may not go"),
        /** A target that reports in, too short a time after the bot began to listen. */
        NOT_HEARD_YET("the bot has not listened for long enough"),
        /** A fault of ours. */
        INTERNAL("an internal error");

        private final String phrase;

        Reason(String phrase) {
            this.phrase = phrase;
        }

        public String phrase() {
            return phrase;
        }
    }
}
