package dev.tocsin.chat.telegram;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * The way to Telegram. Tells for every request whether it left, which decides between "tried again" and "may have
 * arrived", and never sends one twice by itself: Telegram knows no double. Safe for use by many threads.
 */
final class Wire implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
    /** At once, over all chats; a thread that waits behind these would hold up a notice. */
    private static final int REQUESTS = 512;

    /** Idle connections are kept for less than servers keep them, so that few requests meet one that is closed. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    static final Duration CONNECTING = Duration.ofSeconds(5);

    /** Longer than Telegram lets a poll wait. */
    private static final Duration POLL = Duration.ofSeconds(75);

    private static final Duration LEAVING = Duration.ofSeconds(5);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OkHttpClient http;
    private final TelegramClient client;

    /**
     * A way with that token.
     *
     * @param answer how long to wait for an answer
     */
    Wire(TelegramChat.Terms terms, Duration answer) {
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(REQUESTS);
        dispatcher.setMaxRequestsPerHost(REQUESTS);
        http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(8, IDLE.toMillis(), TimeUnit.MILLISECONDS))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .connectTimeout(CONNECTING)
                .writeTimeout(answer)
                .readTimeout(answer)
                .addInterceptor(Wire::sending)
                .addNetworkInterceptor(Wire::leaving)
                .build();
        client = new OkHttpTelegramClient(http, terms.token().reveal(), url(terms));
    }

    /** The request never left. */
    static final class NotSent extends IOException {
        private static final long serialVersionUID = 1;

        NotSent(IOException why) {
            super(why.getMessage(), why);
        }

        static Optional<NotSent> in(@Nullable Throwable thrown) {
            return switch (thrown) {
                case null -> Optional.empty();
                case NotSent found -> Optional.of(found);
                default -> in(thrown.getCause());
            };
        }
    }

    /** What answers is not the Bot API, or the Bot API with a fault of its own. */
    static final class Page extends IOException {
        private static final long serialVersionUID = 1;
        private final int status;

        Page(int status) {
            super("status " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private static final class Mark {
        private final AtomicBoolean left = new AtomicBoolean();
    }

    TelegramClient client() {
        return client;
    }

    /** Where the Bot API is: a scheme, a host and a port; throws {@link IllegalArgumentException} on anything else. */
    static TelegramUrl url(TelegramChat.Terms terms) {
        if (terms.api().isEmpty()) {
            return TelegramUrl.DEFAULT_URL;
        }
        URI api = URI.create(terms.api().get());
        boolean plain = "http".equals(api.getScheme());
        if (api.getHost() == null || (!plain && !"https".equals(api.getScheme()))) {
            throw new IllegalArgumentException(
                    "not the address of a Bot API: '" + terms.api().get() + "'");
        }
        int usual = plain ? 80 : 443;
        return TelegramUrl.builder()
                .schema(api.getScheme())
                .host(api.getHost())
                .port(api.getPort() < 0 ? usual : api.getPort())
                .build();
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LEAVING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Telegram was left with something unfinished");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        http.connectionPool().evictAll();
    }

    private static Response sending(Interceptor.Chain chain) throws IOException {
        Mark mark = new Mark();
        Request request = chain.request().newBuilder().tag(Mark.class, mark).build();
        boolean polls = request.url().encodedPath().toLowerCase(Locale.ROOT).endsWith("/getupdates");
        Interceptor.Chain patient = polls ? chain.withReadTimeout((int) POLL.toMillis(), TimeUnit.MILLISECONDS) : chain;
        Response answer;
        try {
            answer = patient.proceed(request);
        } catch (IOException broken) {
            throw mark.left.get() ? broken : new NotSent(broken);
        }
        boolean json =
                Optional.ofNullable(answer.header("Content-Type")).orElse("").contains("json");
        if (answer.code() >= 500 || !json) {
            answer.close();
            throw new Page(answer.code());
        }
        return answer;
    }

    /** Runs once there is a connection to send the request on. */
    private static Response leaving(Interceptor.Chain chain) throws IOException {
        Mark mark = chain.request().tag(Mark.class);
        if (mark != null) {
            mark.left.set(true);
        }
        return chain.proceed(chain.request());
    }
}
