package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One interaction of a user and all that the bot answered to it. Every question that waits has a deadline of its own. */
public final class Exchange {
    /** Discord's kinds of callback. */
    public enum Callback {
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
    public record Choice(String name, String value) {}

    /** How long a question waits where it is not told. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

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

    public Exchange(FakeWorld world, FakeChannel channel, Optional<FakeMessage> source) {
        this.world = world;
        this.channel = channel;
        this.source = source;
        this.id = world.ids.next();
        this.token = "interaction-" + FakeJson.id(id);
    }

    /** From the event's dispatch until its callback arrived; waits for that. */
    public Duration acknowledgedAfter() {
        return await("a callback", () -> acknowledged.map(at -> Duration.between(sent, at)));
    }

    /** The kind of the callback; waits for it. */
    public Callback type() {
        return await("a callback", () -> type);
    }

    public boolean isAcknowledged() {
        return world.with(acknowledged::isPresent);
    }

    /** The messages as they stand now, in order: the callback's or the edited one, then follow-ups. Waits for nothing. */
    public List<Posted> answers() {
        return world.with(() -> answers.stream()
                .filter(message -> !message.isLoading())
                .map(FakeMessage::posted)
                .toList());
    }

    /** The first answer with content; waits for it. */
    public Posted answer() {
        return answers(1).getFirst();
    }

    /** At least that many answers; waits for them. */
    public List<Posted> answers(int least) {
        return await(least + " answers", () -> Optional.of(answers()).filter(all -> all.size() >= least));
    }

    /** Whether only the asking user sees the callback's message; waits for the callback. */
    public boolean isEphemeral() {
        Callback callback = type();
        return world.with(() -> !answers.isEmpty() && answers.getFirst().isEphemeral() && callback != Callback.MODAL);
    }

    /** The autocompletion's suggestions; waits for them. */
    public List<Choice> choices() {
        JsonNode choices = await("choices", () -> data.filter(each -> type.equals(Optional.of(Callback.CHOICES))));
        return StreamSupport.stream(choices.path("choices").spliterator(), false)
                .map(each -> new Choice(
                        each.path("name").asText(), each.path("value").asText()))
                .toList();
    }

    /** The modal that was opened; waits for it. */
    public JsonNode modal() {
        return await("a modal", () -> data.filter(each -> type.equals(Optional.of(Callback.MODAL))));
    }

    /** From now on the token is refused, as after 15 minutes. */
    public void expire() {
        world.change(() -> expired = true);
    }

    public long id() {
        return id;
    }

    public String token() {
        return token;
    }

    public FakeChannel channel() {
        return channel;
    }

    public Instant sent() {
        return sent;
    }

    public boolean isExpired() {
        return expired;
    }

    public Optional<FakeMessage> source() {
        return source;
    }

    public Optional<FakeMessage> original() {
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getFirst());
    }

    public void acknowledge(Callback callback, JsonNode with) {
        acknowledged = Optional.of(Instant.now());
        type = Optional.of(callback);
        data = Optional.of(with);
    }

    public void add(FakeMessage message) {
        answers.add(message);
    }

    public void remove(FakeMessage message) {
        answers.remove(message);
    }

    public boolean has(FakeMessage message) {
        return answers.contains(message);
    }

    private <T> T await(String what, java.util.function.Supplier<Optional<T>> look) {
        return world.await(PATIENCE, () -> what + " to interaction " + id, look);
    }
}
