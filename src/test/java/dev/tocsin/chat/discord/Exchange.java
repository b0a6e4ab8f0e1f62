package dev.tocsin.chat.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One interaction of a user and all that the bot answered to it. Every question that waits has a deadline of its own. */
final class Exchange {
    /** Discord's kinds of callback. */
    enum Callback {
        MESSAGE(4),
        DEFERRED_MESSAGE(5),
        DEFERRED_EDIT(6),
        EDIT(7),
        CHOICES(8),
        MODAL(9);

        private final int code;

        Callback(int code) {
            this.code = code;
        }

        static Optional<Callback> of(int code) {
            return List.of(values()).stream().filter(each -> each.code == code).findFirst();
        }
    }

    /** A suggestion of an autocompletion. */
    record Choice(String name, String value) {}

    /** How long a question waits where it is not told. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FakeWorld world;
    private final long id;
    private final String token;
    private final FakeChannel channel;
    private final Optional<FakeMessage> source;
    private final Instant sent = Instant.now();
    private final List<FakeMessage> answers = new ArrayList<>();
    private Optional<Instant> acknowledged = Optional.empty();
    private Optional<Callback> type = Optional.empty();
    private Optional<JsonNode> data = Optional.empty();
    private boolean expired;

    Exchange(FakeWorld world, FakeChannel channel, Optional<FakeMessage> source) {
        this.world = world;
        this.channel = channel;
        this.source = source;
        this.id = world.ids.next();
        this.token = "interaction-" + FakeJson.id(id);
    }

    /** From the event's dispatch until its callback arrived; waits for that. */
    Duration acknowledgedAfter() {
        return await("a callback", () -> acknowledged.map(at -> Duration.between(sent, at)));
    }

    /** The kind of the callback; waits for it. */
    Callback type() {
        return await("a callback", () -> type);
    }

    boolean isAcknowledged() {
        return world.with(acknowledged::isPresent);
    }

    /** The messages as they stand now, in order: the callback's or the edited one, then follow-ups. Waits for nothing. */
    List<Posted> answers() {
        return world.with(() -> answers.stream()
                .filter(message -> !message.isLoading())
                .map(FakeMessage::posted)
                .toList());
    }

    /** The first answer with content; waits for it. */
    Posted answer() {
        return answers(1).getFirst();
    }

    /** At least that many answers; waits for them. */
    List<Posted> answers(int least) {
        return await(least + " answers", () -> Optional.of(answers()).filter(all -> all.size() >= least));
    }

    /** Whether only the asking user sees the callback's message; waits for the callback. */
    boolean isEphemeral() {
        Callback callback = type();
        return world.with(() -> !answers.isEmpty() && answers.getFirst().isEphemeral() && callback != Callback.MODAL);
    }

    /** The autocompletion's suggestions; waits for them. */
    List<Choice> choices() {
        JsonNode choices = await("choices", () -> data.filter(each -> type.equals(Optional.of(Callback.CHOICES))));
        return StreamSupport.stream(choices.path("choices").spliterator(), false)
                .map(each -> new Choice(
                        each.path("name").asText(), each.path("value").asText()))
                .toList();
    }

    /** The modal that was opened; waits for it. */
    JsonNode modal() {
        return await("a modal", () -> data.filter(each -> type.equals(Optional.of(Callback.MODAL))));
    }

    /** From now on the token is refused, as after 15 minutes. */
    void expire() {
        world.change(() -> expired = true);
    }

    long id() {
        return id;
    }

    String token() {
        return token;
    }

    FakeChannel channel() {
        return channel;
    }

    Instant sent() {
        return sent;
    }

    boolean isExpired() {
        return expired;
    }

    Optional<FakeMessage> source() {
        return source;
    }

    Optional<FakeMessage> original() {
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getFirst());
    }

    void acknowledge(Callback callback, JsonNode with) {
        acknowledged = Optional.of(Instant.now());
        type = Optional.of(callback);
        data = Optional.of(with);
    }

    void add(FakeMessage message) {
        answers.add(message);
    }

    void remove(FakeMessage message) {
        answers.remove(message);
    }

    boolean has(FakeMessage message) {
        return answers.contains(message);
    }

    private <T> T await(String what, java.util.function.Supplier<Optional<T>> look) {
        return world.await(PATIENCE, () -> what + " to interaction " + id, look);
    }
}
