package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.sample.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often addresses are written down. */
class AddressBookTest {
    private static final TargetId API = new TargetId("api");

    private final AddressBook book = new AddressBook();
    private Instant now = Samples.NOON;

    @Test
    void anAddressIsWrittenOnceAndThenOnceADay() {
        assertThat(written("216.90.108.31")).isTrue();
        assertThat(written("216.90.108.31")).isFalse();
        pass(AddressBook.SAME.minusSeconds(1));
        assertThat(written("216.90.108.31")).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(written("216.90.108.31")).isTrue();
    }

    @Test
    void neighboursThatTakeTurnsAreWrittenOnceAnHour() {
        assertThat(written("216.90.108.31")).isTrue();
        assertThat(written("216.90.108.32")).isFalse();
        pass(AddressBook.NEARBY);
        assertThat(written("216.90.108.33")).isTrue();
    }

    @Test
    void aMoveToAnotherNeighbourhoodIsWrittenAtOnce() {
        assertThat(written("216.90.108.31")).isTrue();
        assertThat(written("216.90.109.31")).isTrue();
        assertThat(written("2001:4860:4860:0:0:0:0:8888")).isTrue();
    }

    @Test
    void whatIsNoAddressIsPassedOver() {
        assertThat(written("[not an address]")).isFalse();
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenLater() {
        saw("216.90.108.31");
        assertThat(book.unsaved(now)).containsKey(API);
        assertThat(book.unsaved(now)).isEqualTo(Map.of(API, new Atlas.Used(address("216.90.108.31"), now)));
    }

    private boolean written(String address) {
        saw(address);
        Map<TargetId, Atlas.Used> unsaved = book.unsaved(now);
        book.saved(unsaved);
        return unsaved.containsKey(API);
    }

    private void saw(String address) {
        book.saw(new Observation(
                API,
                Samples.HERE,
                now,
                new Finding(Samples.up(), new Timings(Map.of(), Duration.ofMillis(20)), Optional.of(address))));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static Address address(String text) {
        return Address.parse(text).orElseThrow();
    }
}
