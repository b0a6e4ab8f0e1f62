package dev.tocsin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {
    @Test
    void oneThingHasNoPlural() {
        assertThat(Counted.of(0, "target")).isEqualTo("0 targets");
        assertThat(Counted.of(1, "target")).isEqualTo("1 target");
        assertThat(Counted.of(2, "target")).isEqualTo("2 targets");
    }
}
