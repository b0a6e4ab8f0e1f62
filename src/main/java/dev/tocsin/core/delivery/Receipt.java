package dev.tocsin.core.delivery;

/**
 * A platform's word that it took a message.
 *
 * @param message what the platform calls the message, to reply to it or edit it later
 */
public record Receipt(String message) {}
