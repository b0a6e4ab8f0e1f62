package dev.tocsin.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads bot-config.json. Safe for use by many threads. */
public final class ConfigReader {
    private static final long LARGEST = 20L << 20;

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
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
                return bad(file, "is larger than 20 MiB; expected a config");
            }
            return read(file, Files.readString(file));
        } catch (NoSuchFileException missing) {
            return bad(file, "no such file; expected the config there, or give another with --config");
        } catch (CharacterCodingException notText) {
            return bad(file, "is not UTF-8 text; expected JSON");
        } catch (IOException unreadable) {
            return bad(file, "cannot be read (" + unreadable.getMessage() + "); expected a file this user may read");
        }
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

    private static ConfigReading bad(Path file, String text) {
        return new ConfigReading.Bad(List.of(new Problem(file.toString(), 0, "", text)));
    }
}
