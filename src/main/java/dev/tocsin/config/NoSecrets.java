package dev.tocsin.config;

import dev.tocsin.core.target.Secret;
import dev.tocsin.core.target.TlsTerms;
import java.util.Optional;

/** What chat has: whoever may add a target must not learn through it what the environment or the disk holds. */
record NoSecrets(Problems problems) implements Secrets {
    static final String REFUSAL = "only the config file may hold a secret, or say where one is";

    @Override
    public Optional<Secret> fetch(Node.Text node) {
        problems.add(node.place(), REFUSAL);
        return Optional.empty();
    }

    @Override
    public Optional<Secret> value(Node.Text node) {
        return fetch(node);
    }

    @Override
    public Optional<TlsTerms.ClientCertificate> certificate(View view) {
        problems.add(view.place(), REFUSAL);
        return Optional.empty();
    }
}
