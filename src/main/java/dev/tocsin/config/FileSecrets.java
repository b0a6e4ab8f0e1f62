package dev.tocsin.config;

import dev.tocsin.core.target.Secret;
import dev.tocsin.core.target.TlsTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fetches secrets from where the config says: {@code ${ENV_NAME}} or {@code ${file:path}}. */
final class FileSecrets implements Secrets {
    private static final Pattern REFERENCE =
            Pattern.compile("\\$\\{(?:file:(?<file>[^}]+)|(?<env>[A-Za-z_][A-Za-z0-9_]*))}");

    private final Function<String, Optional<String>> environment;
    private final Path folder;
    private final Problems problems;

    FileSecrets(Function<String, Optional<String>> environment, Path folder, Problems problems) {
        this.environment = environment;
        this.folder = folder;
        this.problems = problems;
    }

    @Override
    public Optional<Secret> fetch(Node.Text node) {
        Optional<Secret> secret = value(node);
        if (secret.isPresent() && !REFERENCE.matcher(node.value()).matches()) {
            problems.warn(
                    node.place(), "the secret stands in the file itself; \"${ENV_NAME}\" or \"${file:path}\" is safer");
        }
        return secret;
    }

    @Override
    public Optional<Secret> value(Node.Text node) {
        Matcher matcher = REFERENCE.matcher(node.value());
        if (!matcher.matches()) {
            if (node.value().contains("${") || node.value().isBlank()) {
                problems.add(node.place(), "is not a secret; expected \"${ENV_NAME}\" or \"${file:path}\"");
                return Optional.empty();
            }
            return Optional.of(new Secret(node.value()));
        }
        return matcher.group("env") != null ? variable(node, matcher.group("env")) : file(node, matcher.group("file"));
    }

    @Override
    public Optional<TlsTerms.ClientCertificate> certificate(View view) {
        Optional<Secret> password =
                view.node("password").filter(Node.Text.class::isInstance).flatMap(node -> fetch((Node.Text) node));
        Optional<Path> file = view.text("file").flatMap(this::path);
        if (password.isEmpty() || file.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> mistake =
                KeyFile.mistake(file.get(), password.get().reveal().toCharArray());
        mistake.ifPresent(why -> problems.add(view.placeOf("file"), why));
        return mistake.isPresent()
                ? Optional.empty()
                : Optional.of(new TlsTerms.ClientCertificate(file.get().toString(), password.get()));
    }

    private Optional<Path> path(String name) {
        try {
            return Optional.of(folder.resolve(name).toAbsolutePath().normalize());
        } catch (InvalidPathException odd) {
            return Optional.empty();
        }
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
        } catch (IOException | InvalidPathException unreadable) {
            problems.add(node.place(), "the file " + name + " cannot be read; expected the secret in it");
        }
        return Optional.empty();
    }
}
