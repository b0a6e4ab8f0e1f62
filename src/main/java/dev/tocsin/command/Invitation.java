package dev.tocsin.command;

/**
 * How the bot gets into a place of somebody's own.
 *
 * @param platform its name, as people write it
 * @param link for a browser; asks for the permissions that the bot needs and no others
 */
public record Invitation(String platform, String link) {}
