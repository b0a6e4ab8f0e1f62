package dev.tocsin.chat.telegram;

/** What the half that listens tells the half that sends. Safe for use by many threads. */
interface Hearing {
    /** The bot is in that chat again, or may write there again: what waits for it need not wait any longer. */
    void welcomed(long chat);

    /** Something was sent there that is no notice; it counts against Telegram's limits. */
    void spoke(long chat);

    /** Telegram refuses the token. */
    void refused();

    /** Telegram accepts the token. */
    void accepted();

    /** Something keeps the platform off; a sentence. */
    void trouble(String what);
}
