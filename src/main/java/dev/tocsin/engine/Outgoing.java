package dev.tocsin.engine;

import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.notice.Bell;
import dev.tocsin.core.notice.Manner;
import java.util.Optional;

/**
 * A message on its way to a channel.
 *
 * @param key the same for every attempt at this message, so that a platform can drop a double
 * @param replyTo the message this one answers, where there is one and it was sent there
 * @param manner how the channel wants to be told, as far as the platform can; mentions are of this message
 * @param bell whether it makes a sound; an edit makes none in any case
 */
public record Outgoing(Message message, String key, Optional<Receipt> replyTo, Manner manner, Bell bell) {}
