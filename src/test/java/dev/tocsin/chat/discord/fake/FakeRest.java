package dev.tocsin.chat.discord.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** The REST side over HTTP/1.1 on loopback: records, consults the script and the limits, checks the body, answers. */
final class FakeRest implements AutoCloseable {
    static final String BASE = "/api/v10";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeWorld world;
    private final List<Route> routes;
    private final Gate gate;

    FakeRest(FakeWorld world, List<Route> routes, Gate gate) throws IOException {
        this.world = world;
        this.routes = routes;
        this.gate = gate;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Ends with a slash. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + BASE + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Recorded request = read(exchange);
        gate.record(request);
        Optional<Rule> rule = gate.claim(request);
        try {
            switch (rule.map(Rule::deed).orElse(new Rule.Deed.Late(Duration.ZERO))) {
                case Rule.Deed.Say(Answer answer) -> send(exchange, request, checked(request, answer));
                case Rule.Deed.Limit(TooMany limit) ->
                    send(exchange, request, checked(request, limit.answer(bucket(request))));
                case Rule.Deed.CutBefore cut -> cut(exchange, request);
                case Rule.Deed.CutAfter cut -> {
                    int status = answer(request).status();
                    assert status > 0 : cut;
                    cut(exchange, request);
                }
                case Rule.Deed.Late(Duration by) -> {
                    Answer answer = answer(request);
                    if (rule.isPresent()) {
                        rule.get().hold(by);
                    }
                    send(exchange, request, answer);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cut(exchange, request);
        }
    }

    private Answer answer(Recorded request) {
        Optional<Map.Entry<Route, Route.Call>> found = find(request);
        if (found.isEmpty()) {
            world.fault("no such route: " + request.method() + " " + request.path());
            return FakeError.NOT_FOUND.answer();
        }
        Route route = found.get().getKey();
        try {
            gate.admit(request, route);
            Answer answer = world.with(() -> route.handler().answer(found.get().getValue()));
            return answer.with(gate.headers(request, route));
        } catch (Refusal e) {
            return e.answer().status() == 429 ? e.answer() : e.answer().with(gate.headers(request, route));
        } catch (RuntimeException e) {
            world.fault("the fake failed at " + request + ": " + e + " " + Arrays.toString(e.getStackTrace()));
            return FakeError.INTERNAL.answer();
        }
    }

    /** The answer itself, after its request was checked all the same. */
    private Answer checked(Recorded request, Answer answer) {
        gate.check(request);
        Map<String, String> via = answer.status() == 429 ? Map.of() : Map.of("via", "1.1 google");
        return answer.with(via);
    }

    private String bucket(Recorded request) {
        return find(request).map(found -> found.getKey().bucket()).orElse("none");
    }

    private Optional<Map.Entry<Route, Route.Call>> find(Recorded request) {
        return routes.stream()
                .flatMap(route -> route.match(request).map(call -> Map.entry(route, call)).stream())
                .min(Comparator.comparingInt(found -> found.getKey().pattern().open()));
    }

    private static void cut(HttpExchange exchange, Recorded request) {
        request.answered(Recorded.CUT);
        // Closing with nothing sent closes the connection.
        exchange.close();
    }

    private void send(HttpExchange exchange, Recorded request, Answer answer) throws IOException {
        request.answered(answer.status());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body();
        if (body.length > 0) {
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        }
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        } finally {
            exchange.close();
        }
        world.change(() -> {});
    }

    private Recorded read(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        String path = uri.getRawPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        return new Recorded(
                exchange.getRequestMethod(),
                path.startsWith(BASE) ? path.substring(BASE.length()) : path,
                query(uri),
                new HashMap<>(exchange.getRequestHeaders()),
                payload(type, body));
    }

    private Recorded.Payload payload(String type, byte[] body) {
        try {
            return type.startsWith("multipart/form-data")
                    ? Multipart.read(type, body)
                    : new Recorded.Payload(FakeJson.read(body), List.of());
        } catch (IOException e) {
            world.fault("a body that is no JSON: " + e.getMessage());
            return new Recorded.Payload(FakeJson.object(), List.of());
        }
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        Stream.ofNullable(uri.getRawQuery())
                .flatMap(raw -> Arrays.stream(raw.split("&", -1)))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> query.put(decode(pair[0]), pair.length > 1 ? decode(pair[1]) : ""));
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
