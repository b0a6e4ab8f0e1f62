package dev.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.config.ConfigReading;
import dev.tocsin.config.Problem;
import dev.tocsin.config.Resolvers;
import dev.tocsin.config.Settings;
import dev.tocsin.core.network.Grouping;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.Control;
import dev.tocsin.core.target.Pace;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.TlsLibrary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemNeedsTest {
    private static final Path FILE = Path.of("bot.json");
    private static final Check ICMP = new Check.Icmp("192.0.2.1", 3, 0, Route.DIRECT, Optional.empty());

    @Test
    void aConfigThatNeedsIcmpIsBadWhereThereIsNoneAndSaysWhatToDo() {
        assertThat(SystemNeeds.held(FILE, config(ICMP), () -> Optional.of("install ping")))
                .isEqualTo(
                        new ConfigReading.Bad(List.of(new Problem("bot.json", 0, "control uplink", "install ping"))));
    }

    @Test
    void aConfigThatNeedsIcmpIsGoodWhereThereIsSome() {
        assertThat(SystemNeeds.held(FILE, config(ICMP), Optional::empty)).isEqualTo(config(ICMP));
    }

    @Test
    void aConfigThatNeedsNoIcmpDoesNotAskForIt() {
        ConfigReading config = config(new Check.Tcp("192.0.2.1", 443));

        assertThat(SystemNeeds.held(FILE, config, () -> {
                    throw new AssertionError("asked");
                }))
                .isEqualTo(config);
    }

    private static ConfigReading config(Check check) {
        return new ConfigReading.Good(
                new Settings(
                        new Settings.General(
                                new Vantage("here"), ZoneOffset.UTC, Path.of("tocsin.db"), Settings.Practice.OFF),
                        new Settings.Platforms(
                                Settings.Console.OFF, Optional.empty(), Optional.empty(), Map.of(), List.of()),
                        AddressPolicy.PUBLIC,
                        new Settings.Looks(10, 1, TlsLibrary.SYSTEM),
                        new Settings.Defaults(
                                new Pace(Duration.ofSeconds(30), Duration.ofSeconds(10)),
                                new Confirm.Count(2, 1, Duration.ofSeconds(5)),
                                Resolvers.SYSTEM),
                        List.of(new Control("uplink", check)),
                        List.of(),
                        Grouping.PLAIN,
                        List.of(),
                        List.of(),
                        new Settings.Retention(
                                Duration.ofDays(7),
                                Duration.ofDays(14),
                                Duration.ofDays(21),
                                Duration.ofDays(28),
                                Duration.ofDays(35))),
                List.of());
    }
}
