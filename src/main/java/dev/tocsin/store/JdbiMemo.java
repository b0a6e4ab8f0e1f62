package dev.tocsin.store;

import dev.tocsin.engine.Memo;
import java.util.Optional;

/** Small facts in SQL. */
final class JdbiMemo implements Memo {
    private final Database database;

    JdbiMemo(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> read(String name) {
        return database.read(handle -> handle.createQuery("select value from memo where name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public void write(String name, String value) {
        database.change(handle -> handle.execute(
                "insert into memo (name, value) values (?, ?) on conflict (name) do update set value = excluded.value",
                name,
                value));
    }
}
