package dev.tocsin.chat.telegram.fake;

/** Ends the handling of a request with an error of Telegram. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FakeError error;

    Refusal(FakeError error) {
        super(error.description());
        this.error = error;
    }

    FakeError error() {
        return error;
    }
}
