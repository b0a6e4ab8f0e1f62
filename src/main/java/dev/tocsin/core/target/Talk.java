package dev.tocsin.core.target;

import java.util.Optional;

/**
 * What is said on a TCP connection: STARTTLS, then {@code send}, then {@code reply} is awaited.
 *
 * @param send text with {@code \r}, {@code \n}, {@code \t}, {@code \0} and {@code \xHH} as bytes
 * @param reply a regular expression that must be found in what comes back, within the first 64 KiB
 */
public record Talk(Optional<StartTls> startTls, Optional<String> send, Optional<String> reply) {
    /** Nothing is said. */
    public static final Talk NONE = new Talk(Optional.empty(), Optional.empty(), Optional.empty());
}
