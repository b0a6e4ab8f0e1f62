package dev.tocsin.probe;

import dev.tocsin.core.target.HttpAsk;
import java.nio.charset.StandardCharsets;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** The requests of HTTP looks. */
final class HttpRequests {
    private final String userAgent;

    HttpRequests(String userAgent) {
        this.userAgent = userAgent;
    }

    Request first(HttpAsk ask, HttpUrl url) {
        Request.Builder builder = plain(url).method(ask.method(), body(ask, ask.method()));
        ask.login().ifPresent(login -> builder.header("Authorization", authorization(login)));
        ask.headers().forEach((name, value) -> builder.header(name, value.reveal()));
        return builder.build();
    }

    /**
     * The request after a redirect (RFC 9110, 15.4): what was sent along goes only to the same host and port, and a POST
     * becomes a GET but for 307 and 308.
     */
    Request next(HttpAsk ask, Request before, int status, HttpUrl to) {
        boolean same = before.url().host().equals(to.host())
                && before.url().port() == to.port()
                && before.url().scheme().equals(to.scheme());
        boolean keep = status == 307 || status == 308 || before.method().equals("HEAD");
        String method = keep ? before.method() : "GET";
        @Nullable RequestBody body = keep && same ? before.body() : null;
        if (body == null && requiresBody(method)) {
            method = "GET";
        }
        Request.Builder builder = (same ? before.newBuilder().url(to) : plain(to)).method(method, body);
        if (body == null) {
            builder.removeHeader("Content-Type").removeHeader("Content-Length").removeHeader("Transfer-Encoding");
        }
        return builder.build();
    }

    private Request.Builder plain(HttpUrl url) {
        return new Request.Builder().url(url).header("User-Agent", userAgent).header("Connection", "close");
    }

    private static @Nullable RequestBody body(HttpAsk ask, String method) {
        byte[] bytes = ask.body().orElse("").getBytes(StandardCharsets.UTF_8);
        return ask.body().isPresent() || requiresBody(method) ? RequestBody.create(bytes) : null;
    }

    private static boolean requiresBody(String method) {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }

    private static String authorization(HttpAsk.Login login) {
        return switch (login) {
            case HttpAsk.Login.Basic basic ->
                Credentials.basic(basic.user(), basic.password().reveal(), StandardCharsets.UTF_8);
            case HttpAsk.Login.Bearer bearer -> "Bearer " + bearer.token().reveal();
        };
    }
}
