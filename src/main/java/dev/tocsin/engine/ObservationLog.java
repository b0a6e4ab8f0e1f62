package dev.tocsin.engine;

import dev.tocsin.core.observe.Observation;
import java.util.List;

/** Where looks are kept. Written by one thread, in batches. */
public interface ObservationLog {
    /** Writes them in one transaction; throws {@link StoreUnavailable}. The same look twice is kept once. */
    void append(List<Observation> batch);
}
