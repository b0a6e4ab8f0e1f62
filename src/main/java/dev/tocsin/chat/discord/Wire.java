package dev.tocsin.chat.discord;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Tells for every request whether it left, which decides between "tried again" and "may have arrived". The server errors
 * that JDA would answer by sending a notice anew itself go to the outbox instead: they may have had their effect.
 */
final class Wire implements Interceptor {
    /** The request never left. */
    static final class NotSent extends IOException {
        private static final long serialVersionUID = 1;

        NotSent(IOException why) {
            super(why.getMessage(), why);
        }
    }

    /** Something in front of Discord answered in its place. */
    static final class Unanswered extends IOException {
        private static final long serialVersionUID = 1;

        Unanswered(int status) {
            super("Discord answers " + status);
        }
    }

    private static final class Mark {
        private final AtomicBoolean left = new AtomicBoolean();
    }

    private static final class Once extends RequestBody {
        private final RequestBody body;

        Once(RequestBody body) {
            this.body = body;
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            body.writeTo(sink);
        }

        @Override
        public boolean isOneShot() {
            return true;
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Mark mark = new Mark();
        Request request =
                once(chain.request()).newBuilder().tag(Mark.class, mark).build();
        Response answer;
        try {
            answer = chain.proceed(request);
        } catch (IOException broken) {
            throw mark.left.get() ? broken : new NotSent(broken);
        }
        if (answer.code() < 500 || Limits.written(request).isEmpty()) {
            return answer;
        }
        answer.close();
        throw new Unanswered(answer.code());
    }

    /** OkHttp sends again what failed on an old connection; a post in a forum has no nonce and would be a double. */
    private static Request once(Request request) {
        RequestBody body = request.body();
        return body == null || !request.url().encodedPath().endsWith("/threads")
                ? request
                : request.newBuilder().method(request.method(), new Once(body)).build();
    }

    /** Runs once there is a connection to send the request on. */
    static Response leaving(Chain chain) throws IOException {
        Mark mark = chain.request().tag(Mark.class);
        if (mark != null) {
            mark.left.set(true);
        }
        return chain.proceed(chain.request());
    }
}
