package dev.tocsin.chat.discord.fake;

import java.util.concurrent.atomic.AtomicLong;

/** Ids as Discord makes them: the time since 2015 in the upper bits, so that an age can be read off them; never one twice. */
final class Snowflakes {
    private static final long DISCORD_EPOCH = 1_420_070_400_000L;
    private static final int TIME_SHIFT = 22;

    private final AtomicLong last = new AtomicLong();

    long next() {
        long now = (System.currentTimeMillis() - DISCORD_EPOCH) << TIME_SHIFT;
        return last.updateAndGet(before -> Math.max(before + 1, now));
    }
}
