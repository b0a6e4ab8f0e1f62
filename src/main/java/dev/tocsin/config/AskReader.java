package dev.tocsin.config;

import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.Secret;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what an HTTP look sends. */
final class AskReader {
    private static final List<String> BODILESS = List.of("GET", "HEAD");

    private final Secrets secrets;

    AskReader(Secrets secrets) {
        this.secrets = secrets;
    }

    HttpAsk read(View view) {
        String method = view.text("method").orElse("GET");
        if (view.node("body").isPresent() && BODILESS.contains(method)) {
            view.problems()
                    .add(view.placeOf("body"), "a " + method + " carries no body; expected a method such as POST");
        }
        return new HttpAsk(
                method,
                headers(view.view("headers")),
                view.text("body"),
                view.node("login").isPresent() ? login(view.view("login")) : Optional.empty(),
                view.whole("redirects", 0, 20).orElse(HttpAsk.REDIRECTS),
                version(view.text("http").orElse("1.1")));
    }

    private static HttpAsk.Version version(String spelled) {
        return Arrays.stream(HttpAsk.Version.values())
                .filter(one -> one.spelled().equals(spelled))
                .findFirst()
                .orElse(HttpAsk.Version.HTTP_1);
    }

    private Map<String, Secret> headers(View view) {
        Map<String, Secret> headers = new LinkedHashMap<>();
        view.object().members().forEach((name, node) -> {
            if (node instanceof Node.Text text) {
                secrets.value(text)
                        .filter(value -> isHeaderSafe(view, text, value))
                        .ifPresent(value -> headers.put(name, value));
            }
        });
        return headers;
    }

    private Optional<HttpAsk.Login> login(View view) {
        boolean basic = view.node("user").isPresent() && view.node("password").isPresent();
        boolean half = view.node("user").isPresent() || view.node("password").isPresent();
        boolean bearer = view.node("bearer").isPresent();
        if (bearer ? half : !basic) {
            view.problems().add(view.place(), "is no login; expected \"user\" and \"password\", or \"bearer\" alone");
            return Optional.empty();
        }
        Optional<Secret> secret = secret(view, bearer ? "bearer" : "password");
        return bearer
                ? secret.map(HttpAsk.Login.Bearer::new)
                : secret.flatMap(password -> view.text("user").map(user -> new HttpAsk.Login.Basic(user, password)));
    }

    private Optional<Secret> secret(View view, String key) {
        return view.node(key)
                .filter(Node.Text.class::isInstance)
                .map(Node.Text.class::cast)
                .flatMap(text ->
                        secrets.fetch(text).filter(value -> key.equals("password") || isHeaderSafe(view, text, value)));
    }

    /** Whether the value can stand in a header (RFC 9110, 5.5); the problem does not print it. */
    private static boolean isHeaderSafe(View view, Node.Text text, Secret value) {
        if (value.reveal().matches("[\\t -~]*")) {
            return true;
        }
        view.problems().add(text.place(), "holds characters that no header may; expected ASCII on one line");
        return false;
    }
}
