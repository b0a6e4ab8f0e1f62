package dev.tocsin.app;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A chat platform of the tests' own, with channels that are told of everything, and its bad weather. */
interface StormPlatform extends AutoCloseable {
    /** The platform's word in a channel's name. */
    String name();

    /** The platform and what its channels are subscribed to, as members of the config. */
    String config();

    /** How long {@link #weather} lasts. */
    Duration spell();

    /** One spell of bad weather, to its end; the step is taken midway through the worst of it. */
    void weather(Step midway) throws IOException, InterruptedException;

    /** What the bot told in the channels by itself, in the order in which each channel shows it. */
    List<Told> told();

    /** What else there is to say of the platform at the end. */
    String remarks();

    @Override
    void close();

    /** Something that is done within the weather. */
    interface Step {
        void take() throws IOException;
    }

    /**
     * A message.
     *
     * @param channel where it stands
     * @param receipt what the platform calls it
     * @param first what it said when it was new, where the platform keeps that; else what it says
     * @param now what it says
     */
    record Told(String channel, String receipt, Instant at, String first, String now) {
        /** Whether it says of anything that it does not answer. */
        static boolean accuses(String text) {
            return text.contains("do not answer") || text.contains("does not answer");
        }
    }

    static void pause(Duration length) throws InterruptedException {
        boolean over = new CountDownLatch(1).await(length.toMillis(), TimeUnit.MILLISECONDS);
        assert !over;
    }
}
