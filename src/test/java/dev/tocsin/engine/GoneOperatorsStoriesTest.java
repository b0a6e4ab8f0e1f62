package dev.tocsin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Channels that are no more. */
class GoneOperatorsStoriesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ChannelRef ROOM = ChannelRef.parse("telegram:-5");

    @Test
    void twoOperatorsChannelsThatAreGoneDoNotTellEachOtherForEver(@TempDir Path folder) {
        try (Rig rig = new Rig(folder)) {
            rig.operators = List.of(Rig.MAIN, ROOM);
            rig.declare(List.of(Samples.target("api")));
            rig.run(MINUTE);
            int[] tries = {0};
            for (ChannelRef gone : rig.operators) {
                rig.answers.put(gone, () -> {
                    tries[0]++;
                    return new DeliveryResult.Gone("Unknown Channel");
                });
            }
            rig.confirmDown("api");
            rig.run(MINUTE.multipliedBy(10));

            assertThat(tries[0]).isBetween(2, 4);
        }
    }
}
