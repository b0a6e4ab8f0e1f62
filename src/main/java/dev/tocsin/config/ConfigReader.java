package dev.tocsin.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads bot-config.json. Safe for use by many threads. */
public final class ConfigReader {
    private final Function<String, Optional<String>> environment;
    private final PracticeNames practice;

    /** A reader that takes {@code ${ENV_NAME}} from this environment, and knows of no practice network. */
    public ConfigReader(Function<String, Optional<String>> environment) {
        this(environment, PracticeNames.NONE);
    }

    /**
     * A reader that takes {@code ${ENV_NAME}} from this environment.
     *
     * @param practice ids the file may not use while it turns the practice network on
     */
    public ConfigReader(Function<String, Optional<String>> environment, PracticeNames practice) {
        this.environment = environment;
        this.practice = practice;
    }

    /** The settings, or everything that is wrong; never throws for anything that stands in the file. */
    public ConfigReading read(Path file) {
        return read(file, new ConfigFile(file).content());
    }

    /** The same of a content that was found in the file. */
    ConfigReading read(Path file, ConfigFile.Content content) {
        return switch (content) {
            case ConfigFile.Content.None(String why) ->
                new ConfigReading.Bad(List.of(new Problem(file.toString(), 0, "", why)));
            case ConfigFile.Content.Text(String text) -> read(file, text);
        };
    }

    private ConfigReading read(Path file, String text) {
        Problems problems = new Problems(file.toString());
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
        Optional<Node> tree = new TreeReader(problems).read(text);
        if (tree.isEmpty()) {
            return new ConfigReading.Bad(problems.found());
        }
        new ShapeCheck(problems).check(tree.get(), Shapes.ROOT);
        View root = View.of(tree, tree.get().place(), problems);
        Secrets secrets = new FileSecrets(environment, folder, problems);
        Settings settings = new SettingsReader(problems, secrets, file, practice).read(root);
        return problems.found().isEmpty()
                ? new ConfigReading.Good(settings, problems.warnings())
                : new ConfigReading.Bad(problems.found());
    }
}
