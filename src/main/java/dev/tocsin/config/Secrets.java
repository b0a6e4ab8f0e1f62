package dev.tocsin.config;

import dev.tocsin.core.target.Secret;
import dev.tocsin.core.target.TlsTerms;
import java.util.Optional;

/** Where secrets come from. */
interface Secrets {
    /** The secret; empty, with a problem said, where there is none. One that stands in the open is warned of. */
    Optional<Secret> fetch(Node.Text node);

    /** A value that may be a secret: the same, but one that stands in the open is in its place. */
    Optional<Secret> value(Node.Text node);

    /** The certificate of {@code file} and {@code password}; empty, with a problem said, where it cannot be opened. */
    Optional<TlsTerms.ClientCertificate> certificate(View view);
}
