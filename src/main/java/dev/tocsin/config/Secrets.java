package dev.tocsin.config;

import dev.tocsin.core.target.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fetches secrets from where the config says: {@code ${ENV_NAME}} or {@code ${file:path}}. */
final class Secrets {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(?:file:(?<file>[^}]+)|(?<env>[A-Za-z_][A-Za-z0-9_]*))}");

    private final Function<String, Optional<String>> environment;
    private final Path folder;
    private final Problems problems;

    Secrets(Function<String, Optional<String>> environment, Path folder, Problems problems) {
        this.environment = environment;
        this.folder = folder;
        this.problems = problems;
    }

    /** The secret; empty, with a problem said, where there is none. A text that is no reference is taken as it is. */
    Optional<Secret> fetch(Node.Text node) {
        Matcher matcher = REFERENCE.matcher(node.value());
        if (!matcher.matches()) {
            if (node.value().contains("${") || node.value().isBlank()) {
                problems.add(node.place(), "is not a secret; expected \"${ENV_NAME}\" or \"${file:path}\"");
                return Optional.empty();
            }
            problems.warn(
                    node.place(), "the secret stands in the file itself; \"${ENV_NAME}\" or \"${file:path}\" is safer");
            return Optional.of(new Secret(node.value()));
        }
        return matcher.group("env") != null ? variable(node, matcher.group("env")) : file(node, matcher.group("file"));
    }

    private Optional<Secret> variable(Node.Text node, String name) {
        Optional<Secret> secret =
                environment.apply(name).filter(value -> !value.isBlank()).map(Secret::new);
        if (secret.isEmpty()) {
            problems.add(node.place(), "the environment variable " + name + " is not set; set it before the start");
        }
        return secret;
    }

    private Optional<Secret> file(Node.Text node, String name) {
        try {
            String text = Files.readString(folder.resolve(name)).strip();
            if (!text.isEmpty()) {
                return Optional.of(new Secret(text));
            }
            problems.add(node.place(), "the file " + name + " is empty; expected the secret in it");
        } catch (IOException unreadable) {
            problems.add(node.place(), "the file " + name + " cannot be read; expected the secret in it");
        }
        return Optional.empty();
    }
}
