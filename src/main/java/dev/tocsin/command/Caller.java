package dev.tocsin.command;

import dev.tocsin.core.notice.ChannelRef;
import java.time.ZoneId;

/**
 * Who types, and where.
 *
 * @param name what the audit calls the caller; from outside, not trusted text
 * @param role what the platform and the config say the caller may do here
 * @param channel where the command was typed
 * @param zone the channel's time zone: times are read and told in it
 */
public record Caller(String name, Role role, ChannelRef channel, ZoneId zone) {}
