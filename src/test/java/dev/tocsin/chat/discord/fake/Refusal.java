package dev.tocsin.chat.discord.fake;

/** Ends the handling of a request with an error of Discord. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refusal(FakeError error) {
        this(error.name(), error.answer());
    }

    Refusal(String why, Answer answer) {
        super(why);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
