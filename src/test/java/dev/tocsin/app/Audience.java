package dev.tocsin.app;

import java.time.Instant;
import java.util.List;

/** Many channels of a platform of the tests' own, which keeps its limits. */
interface Audience extends AutoCloseable {
    /** The platform as a member of the config. */
    String platform();

    List<String> channels();

    /** When each message in them was posted. */
    List<Instant> told();

    /** Requests a second over all channels. */
    int limit();

    /** Requests that were answered with 429. */
    long refused();

    @Override
    void close();
}
