package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.network.Announcement;
import dev.tocsin.core.network.LookedUp;
import dev.tocsin.core.target.AddressRange;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Atlas;
import dev.tocsin.engine.Atlas.Page;
import dev.tocsin.engine.Atlas.Used;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbiAtlasTest {
    private static final Instant NOON = Samples.NOON;
    private static final Address FOUR = Address.parse("216.90.108.31").orElseThrow();
    private static final Address SIX = Address.parse("2001:4860:4860::8888").orElseThrow();
    private static final LookedUp FULL = new LookedUp(
            SIX,
            Optional.of(new Announcement(
                    AddressRange.parse("2001:4860::/32").orElseThrow(),
                    List.of(15_169L, 4_294_967_294L),
                    Optional.of("US"),
                    Optional.of("GOOGLE | 'Google', LLC"))),
            NOON.plusMillis(7));
    private static final LookedUp BARE = new LookedUp(
            FOUR,
            Optional.of(new Announcement(
                    AddressRange.parse("216.88.0.0/14").orElseThrow(),
                    List.of(3561L),
                    Optional.empty(),
                    Optional.empty())),
            NOON.plusSeconds(1));
    private static final LookedUp NOBODYS = new LookedUp(FOUR, Optional.empty(), NOON.plusSeconds(2));
    private static final TargetId API = new TargetId("api");

    @TempDir
    Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("tocsin.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsKeptIsThereAfterARestart() {
        atlas().keep(new Page(List.of(FULL, BARE), Map.of(API, new Used(SIX, NOON))), NOON);
        store.close();
        open();

        Page page = atlas().load(NOON);
        assertThat(page.lookedUp()).containsExactlyInAnyOrder(FULL, BARE);
        assertThat(page.used()).isEqualTo(Map.of(API, new Used(SIX, NOON)));
    }

    @Test
    void whatIsNewerReplacesWhatWas() {
        atlas().keep(new Page(List.of(BARE), Map.of(API, new Used(SIX, NOON))), NOON);
        atlas().keep(new Page(List.of(NOBODYS), Map.of(API, new Used(FOUR, NOON.plusSeconds(9)))), NOON);

        Page page = atlas().load(NOON);
        assertThat(page.lookedUp()).containsExactly(NOBODYS);
        assertThat(page.used()).isEqualTo(Map.of(API, new Used(FOUR, NOON.plusSeconds(9))));
    }

    @Test
    void whatIsTooOldIsNeitherReadNorKept() {
        atlas().keep(new Page(List.of(FULL, BARE), Map.of(API, new Used(SIX, NOON))), NOON);
        assertThat(atlas().load(NOON.plusSeconds(1)).lookedUp()).containsExactly(BARE);
        assertThat(atlas().load(NOON.plusSeconds(1)).used()).isEmpty();
        atlas().keep(new Page(List.of(), Map.of()), NOON.plusSeconds(1));

        Page page = atlas().load(Instant.EPOCH);
        assertThat(page.lookedUp()).containsExactly(BARE);
        assertThat(page.used()).isEmpty();
    }

    private Atlas atlas() {
        return store.atlas();
    }
}
