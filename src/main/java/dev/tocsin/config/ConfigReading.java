package dev.tocsin.config;

import java.util.List;

/** What came of reading the config. */
public sealed interface ConfigReading {
    /** It can be put in force; the warnings are for whoever wrote it. */
    record Good(Settings settings, List<String> warnings) implements ConfigReading {
        public Good {
            warnings = List.copyOf(warnings);
        }
    }

    /** Everything that is wrong with it, by line. */
    record Bad(List<Problem> problems) implements ConfigReading {
        public Bad {
            problems = List.copyOf(problems);
        }
    }
}
