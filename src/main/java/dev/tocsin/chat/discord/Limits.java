package dev.tocsin.chat.discord;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * How long Discord asks to wait, read off every answer of its API, so that what has to wait goes back to the outbox at
 * once. Safe for use by many threads.
 *
 * <p>Discord gives {@code Retry-After} in whole seconds, proxies in fractions, and some leave it out; JDA reads whole
 * seconds alone, so it is handed those.
 */
final class Limits implements Interceptor, AutoCloseable {
    private static final Pattern WRITES = Pattern.compile(".*/channels/(\\d+)/(?:messages|threads)");
    private static final Pattern ASKED = Pattern.compile("\"retry_after\"\\s*:\\s*(\\d+(?:\\.\\d+)?)");
    private static final Pattern GLOBAL = Pattern.compile("\"global\"\\s*:\\s*true");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");
    private static final String ALL = "";
    private static final double UNSAID_SECONDS = 5;
    private static final int HEAD = 4_096;

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("discord-limits").factory());
    private final Set<Long> doubted = ConcurrentHashMap.newKeySet();
    private final Map<String, ScheduledFuture<?>> waits = new ConcurrentHashMap<>();

    Limits() {
        clock.setRemoveOnCancelPolicy(true);
    }

    /** What is left of the time during which nothing may be written in the channel; empty where it may be. */
    Optional<Duration> owed(long channel) {
        long left = Math.max(left(ALL), left(Long.toString(channel)));
        return left > 0 ? Optional.of(Duration.ofMillis(left)) : Optional.empty();
    }

    /** Nothing is written anywhere for that long. */
    void pause(Duration length) {
        hold(ALL, length.toMillis());
    }

    /**
     * How much longer the word that a channel is no more is doubted; empty once it was for that long. During an outage
     * Discord says so of channels that come back.
     */
    Optional<Duration> doubt(long channel, Duration length) {
        String what = "gone " + channel;
        if (doubted.add(channel)) {
            hold(what, length.toMillis());
        }
        long left = left(what);
        return left > 0 ? Optional.of(Duration.ofMillis(left)) : Optional.empty();
    }

    /** The channel is there. */
    void seen(long channel) {
        doubted.remove(channel);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response answer = chain.proceed(chain.request());
        Optional<String> channel = written(chain.request());
        if (answer.code() == 429) {
            return limited(answer, channel);
        }
        if (channel.isPresent() && "0".equals(answer.header("X-RateLimit-Remaining"))) {
            hold(channel.get(), (long) Math.ceil(1_000 * number(answer.header("X-RateLimit-Reset-After"))));
        }
        return answer;
    }

    /** The channel that the request writes in. */
    static Optional<String> written(Request request) {
        Matcher path = WRITES.matcher(request.url().encodedPath());
        return request.method().equals("POST") && path.matches() ? Optional.of(path.group(1)) : Optional.empty();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private Response limited(Response answer, Optional<String> channel) throws IOException {
        String body;
        try (ResponseBody head = answer.peekBody(HEAD)) {
            body = head.string();
        }
        Matcher asked = ASKED.matcher(body);
        double said = Math.max(number(answer.header("Retry-After")), asked.find() ? number(asked.group(1)) : 0);
        double seconds = said > 0 ? said : UNSAID_SECONDS;
        boolean everywhere = answer.header("X-RateLimit-Global") != null
                || GLOBAL.matcher(body).find()
                || (answer.header("via") == null && answer.header("X-RateLimit-Scope") == null);
        long millis = (long) Math.ceil(1_000 * seconds);
        if (everywhere) {
            hold(ALL, millis);
        } else {
            channel.ifPresent(one -> hold(one, millis));
        }
        return answer.newBuilder()
                .header("Retry-After", Long.toString((long) Math.ceil(seconds)))
                .build();
    }

    /** A longer wait stays. */
    private void hold(String what, long millis) {
        if (millis <= 0) {
            return;
        }
        try {
            waits.compute(what, (key, before) -> {
                if (before != null && before.getDelay(TimeUnit.MILLISECONDS) >= millis) {
                    return before;
                }
                if (before != null) {
                    before.cancel(false);
                }
                return clock.schedule(() -> over(key), millis, TimeUnit.MILLISECONDS);
            });
        } catch (RejectedExecutionException closing) {
            waits.remove(what);
        }
    }

    private void over(String what) {
        waits.computeIfPresent(what, (key, wait) -> wait.getDelay(TimeUnit.MILLISECONDS) > 0 ? wait : null);
    }

    private long left(String what) {
        ScheduledFuture<?> wait = waits.get(what);
        return wait == null ? 0 : wait.getDelay(TimeUnit.MILLISECONDS);
    }

    private static double number(@Nullable String text) {
        return text != null && NUMBER.matcher(text.strip()).matches() ? Double.parseDouble(text.strip()) : 0;
    }
}
