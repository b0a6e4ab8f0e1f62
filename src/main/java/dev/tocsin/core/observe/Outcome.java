package dev.tocsin.core.observe;

/** What a look found. */
public sealed interface Outcome {
    /** The service answered as expected. */
    record Up() implements Outcome {}

    /** The service did not answer as expected. */
    record Down(Failure failure) implements Outcome {}

    /** The bot cannot vouch for what it saw; this moves nothing and is neither up nor down time. */
    record Unjudged(Reason reason, String detail) implements Outcome {}

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
