package dev.tocsin.store;

import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Upkeep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What a SQLite file needs doing now and then. */
final class SqliteUpkeep implements Upkeep {
    private final JdbiRollups rollups;
    private final Database database;

    SqliteUpkeep(Database database) {
        this.database = database;
        this.rollups = new JdbiRollups(database);
    }

    @Override
    public Rolled roll(Instant now, Function<TargetId, Optional<Duration>> every) {
        return rollups.roll(now, every);
    }

    @Override
    public void inspect(Instant now) {
        database.inspect(now);
    }
}
