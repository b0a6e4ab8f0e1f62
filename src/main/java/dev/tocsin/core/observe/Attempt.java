package dev.tocsin.core.observe;

import java.time.Duration;
import java.util.Optional;

/**
 * One connection that was tried.
 *
 * @param address literal address and port
 * @param failure why it came to nothing; empty where it was made
 */
public record Attempt(String address, Duration took, Optional<Failure> failure) {}
