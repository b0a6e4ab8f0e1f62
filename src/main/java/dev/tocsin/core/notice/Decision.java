package dev.tocsin.core.notice;

/** Whether a notice goes to a channel, and why not where it does not. */
public sealed interface Decision {
    record Send() implements Decision {}

    /** Kept back; the reason is shown to whoever asks. */
    record Hold(HoldReason reason, String detail) implements Decision {}

    /** Why a notice is kept back. */
    enum HoldReason {
        MUTED,
        MAINTENANCE,
        /** The channel never heard of the outage, so it does not hear of its end. */
        OUTAGE_NOT_TOLD,
        /** The incident of its network tells it. */
        PART_OF_NETWORK,
        /** The outage's message is edited to say it instead. */
        SHOWN_IN_PLACE
    }
}
