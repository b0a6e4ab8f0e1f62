package dev.tocsin.chat.discord.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Discord's rate limits: off at first, so that tests are fast.
 * On, each channel takes 5 messages in 5 s, and all routes but those of interactions 50 requests a second.
 */
public final class Buckets {
    public static final int MESSAGES = 5;
    public static final Duration MESSAGE_WINDOW = Duration.ofSeconds(5);
    public static final int ALL = 50;

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String VIA = "1.1 google";

    private final Map<String, Window> windows = new HashMap<>();
    private final Deque<Long> requests = new ArrayDeque<>();
    private Duration window = MESSAGE_WINDOW;
    private boolean perChannel;
    private boolean global;

    /** A fixed window that begins with its first request. */
    private static final class Window {
        private long endsAt;
        private int left;
    }

    public synchronized void perChannel(boolean on) {
        perChannel = on;
    }

    /** The same with another window, for tests that count and do not wait. */
    public synchronized void perChannel(Duration messageWindow) {
        window = messageWindow;
        perChannel = true;
    }

    public synchronized void global(boolean on) {
        global = on;
    }

    /** Counts the request; a 429 when it is one too many. */
    public synchronized Optional<Answer> take(Recorded request, Route route) {
        if (global && !route.isOfInteractions() && isOverAll()) {
            return Optional.of(TooMany.global(SECOND).answer(route.bucket()));
        }
        if (!perChannel || !route.postsMessage()) {
            return Optional.empty();
        }
        Window window = windows.computeIfAbsent(request.path(), path -> new Window());
        long now = System.currentTimeMillis();
        if (now >= window.endsAt) {
            window.endsAt = now + this.window.toMillis();
            window.left = MESSAGES;
        }
        if (window.left == 0) {
            Duration wait = Duration.ofMillis(window.endsAt - now);
            return Optional.of(TooMany.route(wait).answer(route.bucket()));
        }
        window.left--;
        return Optional.empty();
    }

    /** The headers of an answer that is no 429. */
    public synchronized Map<String, String> headers(Recorded request, Route route) {
        if (route.isOfInteractions()) {
            return Map.of("via", VIA);
        }
        Window window = windows.getOrDefault(request.path(), new Window());
        boolean counted = perChannel && route.postsMessage() && window.endsAt > 0;
        int limit = counted ? MESSAGES : 1000;
        int left = counted ? window.left : 999;
        long now = System.currentTimeMillis();
        long end = counted ? window.endsAt : now + 1000;
        return Map.of(
                "via", VIA,
                "X-RateLimit-Limit", Integer.toString(limit),
                "X-RateLimit-Remaining", Integer.toString(left),
                "X-RateLimit-Reset", seconds(end / 1000.0),
                "X-RateLimit-Reset-After", seconds(Math.max(0, end - now) / 1000.0),
                "X-RateLimit-Bucket", route.bucket());
    }

    private boolean isOverAll() {
        long now = System.nanoTime();
        while (!requests.isEmpty() && now - requests.peekFirst() > SECOND.toNanos()) {
            requests.removeFirst();
        }
        if (requests.size() >= ALL) {
            return true;
        }
        requests.addLast(now);
        return false;
    }

    public static String seconds(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
