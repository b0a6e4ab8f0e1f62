package dev.tocsin.app;

import dev.tocsin.config.ConfigReader;
import dev.tocsin.config.PracticeNames;
import dev.tocsin.practice.PracticeNetwork;
import java.util.Optional;

/** How configs are read here: with this process's environment, and with the names of the practice network. */
final class Configs {
    private Configs() {}

    static ConfigReader reader() {
        return new ConfigReader(
                name -> Optional.ofNullable(System.getenv(name)),
                new PracticeNames(PracticeNetwork.targetIds(), PracticeNetwork.networkIds()));
    }
}
