package dev.tocsin.core.observe;

import java.util.List;
import java.util.Optional;

/**
 * What a look saw on its way, for people who want to know more than its outcome. Texts come from outside.
 *
 * @param attempts connections, in the order they were tried
 * @param redirects answers that pointed elsewhere, in order
 * @param remarks what else is worth knowing, such as the records of a DNS answer
 */
public record Trail(
        List<Attempt> attempts,
        List<Hop> redirects,
        Optional<Certificate> certificate,
        List<Expectation> expectations,
        List<String> remarks) {
    public static final Trail NONE = new Trail(List.of(), List.of(), Optional.empty(), List.of(), List.of());

    public Trail {
        attempts = List.copyOf(attempts);
        redirects = List.copyOf(redirects);
        expectations = List.copyOf(expectations);
        remarks = List.copyOf(remarks);
    }
}
