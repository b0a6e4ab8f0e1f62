package dev.tocsin.chat.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * The line on which the polls go: what Telegram said last, which the polling library keeps to itself. Safe for use by many
 * threads.
 */
final class PollLine implements Interceptor {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long ENOUGH = 100_000;
    private static final Pattern FIRST = Pattern.compile("\"update_id\"\\s*:\\s*(\\d{1,9})\\b");
    private static final Duration LONGEST = Duration.ofHours(1);

    private final AtomicLong turns = new AtomicLong();
    /** It is one until the first batch. */
    private final AtomicBoolean gap = new AtomicBoolean(true);

    private volatile Said said = new Said.Nothing("no answer yet");
    private volatile Optional<Instant> date = Optional.empty();

    /** What Telegram said to a call. */
    sealed interface Said {
        /** An answer, whose first update has this id. */
        record Answer(OptionalInt first) implements Said {}

        record Refused() implements Said {}

        record OtherPoller() implements Said {}

        record Webhook() implements Said {}

        record TooMany(Duration pause) implements Said {}

        record Nothing(String why) implements Said {}
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        turns.incrementAndGet();
        try {
            Response response = chain.proceed(chain.request());
            Optional<Instant> now =
                    Optional.ofNullable(response.headers().getDate("Date")).map(Date::toInstant);
            if (now.isPresent()
                    && date.filter(then -> then.plus(Commands.FRESH).isBefore(now.get()))
                            .isPresent()) {
                gap.set(true);
            }
            date = now;
            said = read(response);
            return response;
        } catch (IOException failed) {
            said = new Said.Nothing(Trouble.said(failed.toString()));
            throw failed;
        } finally {
            turns.incrementAndGet();
        }
    }

    Said said() {
        return said;
    }

    /** Telegram's time at its last answer; empty before the first one, and where it told none. */
    Optional<Instant> date() {
        return date;
    }

    /** Whether there was no answer for so long that what comes now is old; told once. */
    boolean takeGap() {
        return gap.getAndSet(false);
    }

    /** Grows with every call that begins or ends. */
    long turns() {
        return turns.get();
    }

    private static Said read(Response response) throws IOException {
        String text = response.peekBody(ENOUGH).string();
        return switch (response.code()) {
            case 200 -> new Said.Answer(first(text));
            case 401, 404 -> new Said.Refused();
            case 409 -> text.contains("webhook") ? new Said.Webhook() : new Said.OtherPoller();
            case 429 -> new Said.TooMany(pause(text));
            default -> new Said.Nothing("status " + response.code());
        };
    }

    private static OptionalInt first(String text) {
        Matcher matcher = FIRST.matcher(text);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    private static Duration pause(String text) {
        try {
            JsonNode seconds = JSON.readTree(text).path("parameters").path("retry_after");
            return Duration.ofSeconds(Math.clamp(seconds.asLong(1), 1, LONGEST.toSeconds()));
        } catch (IOException unreadable) {
            return Duration.ofSeconds(1);
        }
    }
}
