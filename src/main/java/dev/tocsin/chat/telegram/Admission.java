package dev.tocsin.chat.telegram;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether Telegram accepts the token, as far as it is known. Safe for use by many threads. */
final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
    static final String REFUSAL = "Telegram does not accept the token";
    private static final String REFUSED =
            "Telegram does not accept the token (telegram.token in the config); the platform is off until it does.";

    private final Consumer<String> trouble;
    private final AtomicReference<Token> token = new AtomicReference<>(Token.ACCEPTED);

    private enum Token {
        ACCEPTED,
        REFUSED
    }

    /**
     * The token counts as accepted until it is refused.
     *
     * @param trouble hears it once until the token is accepted again
     */
    Admission(Consumer<String> trouble) {
        this.trouble = trouble;
    }

    /** Why nothing is sent; empty while Telegram accepts the token. */
    Optional<String> refusal() {
        return token.get() == Token.REFUSED ? Optional.of(REFUSAL) : Optional.empty();
    }

    void refused() {
        if (token.getAndSet(Token.REFUSED) == Token.ACCEPTED) {
            trouble.accept(REFUSED);
        }
    }

    void accepted() {
        if (token.getAndSet(Token.ACCEPTED) == Token.REFUSED) {
            LOG.info("Telegram accepts the token again");
        }
    }
}
