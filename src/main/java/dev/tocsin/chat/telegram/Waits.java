package dev.tocsin.chat.telegram;

import java.time.Duration;

/**
 * How long the listening half waits for what.
 *
 * @param poll how long Telegram holds a poll, whole seconds
 * @param shortest pause after the first failed poll; it doubles up to {@code longest}
 * @param refused pause where the token is refused
 * @param look how often it is looked whether polling goes on; where {@link #QUIET} looks see no poll end, it is begun anew
 * @param roles how long a role in a chat is believed at most
 * @param quick how long an answer to a button is waited for before the button is let go
 */
record Waits(
        Duration poll,
        Duration shortest,
        Duration longest,
        Duration refused,
        Duration look,
        Duration roles,
        Duration quick) {
    static final int QUIET = 20;
    /** The client of a poll waits this much longer than Telegram holds it. */
    static final Duration GRACE = Duration.ofSeconds(15);

    static final Waits STANDARD = new Waits(
            Duration.ofSeconds(50),
            Duration.ofSeconds(1),
            Duration.ofSeconds(15),
            Duration.ofMinutes(5),
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMillis(700));

    Duration twice(Duration before) {
        Duration twice = before.multipliedBy(2);
        return twice.compareTo(longest) > 0 ? longest : twice;
    }
}
