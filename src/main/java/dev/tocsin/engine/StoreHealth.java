package dev.tocsin.engine;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wrong with the store now; tells the operators once when that begins and once when it ends. */
final class StoreHealth implements Consumer<StoreNews> {
    private static final Logger LOG = LoggerFactory.getLogger(StoreHealth.class);

    private final Consumer<Event> intake;
    private final Map<String, String> failing = new TreeMap<>();
    private volatile Optional<String> trouble = Optional.empty();

    StoreHealth(Consumer<Event> intake) {
        this.intake = intake;
    }

    Optional<String> trouble() {
        return trouble;
    }

    @Override
    public synchronized void accept(StoreNews news) {
        switch (news) {
            case StoreNews.Working(String part) -> {
                if (failing.remove(part) != null && failing.isEmpty()) {
                    trouble = Optional.empty();
                    LOG.info("the store works again");
                    intake.accept(new Event.Troubled("store", "The store works again; what waited has been written."));
                }
            }
            case StoreNews.Failing(String part, String text) -> {
                boolean first = failing.isEmpty();
                failing.put(part, text);
                trouble = Optional.of(text);
                if (first) {
                    LOG.error("store: {}", text);
                    intake.accept(new Event.Troubled(
                            "store",
                            text + " Monitoring goes on in memory; what happens now is written when the store works"
                                    + " again."));
                }
            }
        }
    }
}
