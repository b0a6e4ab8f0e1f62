package dev.tocsin.chat.telegram.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The Bot API over HTTP/1.1 on loopback: records, consults the script, the checks and the limits, answers. */
final class FakeServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final World world;
    private final String token;
    private final Methods methods;
    private final Gate gate;
    private final int port;

    /** Port 0 is any that is free. */
    FakeServer(World world, String token, Methods methods, Gate gate, int port) throws IOException {
        this.world = world;
        this.token = token;
        this.methods = methods;
        this.gate = gate;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        this.port = server.getAddress().getPort();
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Recorded request = read(exchange);
        gate.record(request);
        Optional<Rule> rule = gate.script().claim(request);
        try {
            switch (rule.map(Rule::deed).orElse(new Rule.Deed.Late(Duration.ZERO))) {
                case Rule.Deed.Say(Answer answer) -> {
                    Complaints noted = gate.check(request);
                    assert noted != null;
                    send(exchange, request, answer);
                }
                case Rule.Deed.CutBefore cut -> cut(exchange, request);
                case Rule.Deed.CutAfter cut -> {
                    int status = answer(exchange, request).status();
                    assert status > 0 : cut;
                    cut(exchange, request);
                }
                case Rule.Deed.Late(Duration by) -> {
                    Answer answer = answer(exchange, request);
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

    private Answer answer(HttpExchange exchange, Recorded request) {
        try {
            if (!exchange.getRequestURI().getRawPath().startsWith("/bot" + token + "/")) {
                throw new Refusal(FakeError.UNAUTHORIZED);
            }
            Methods.Method method = methods.find(request.method()).orElseThrow(() -> {
                world.fault("the fake knows no method " + request.method());
                return new Refusal(FakeError.NO_SUCH_METHOD);
            });
            gate.admit(request);
            return Answer.ok(world.with(() -> method.answer(request.parameters())));
        } catch (Refusal e) {
            return e.error().answer();
        } catch (RuntimeException e) {
            world.fault("the fake failed at " + request + ": " + e + " " + Arrays.toString(e.getStackTrace()));
            return FakeError.INTERNAL.answer();
        }
    }

    private void cut(HttpExchange exchange, Recorded request) {
        request.answered(Recorded.CUT);
        // Closing with nothing sent closes the connection.
        exchange.close();
        world.change(() -> {});
    }

    private void send(HttpExchange exchange, Recorded request, Answer answer) throws IOException {
        gate.answered(request, answer);
        world.change(() -> {});
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.status(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        } finally {
            exchange.close();
        }
    }

    private Recorded read(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        String method = path.substring(path.lastIndexOf('/') + 1);
        return new Recorded(
                world.clock.instant(),
                path.replaceFirst("/bot[^/]*", "/bot***"),
                method,
                new HashMap<>(exchange.getRequestHeaders()),
                parameters(exchange, body));
    }

    private Parameters parameters(HttpExchange exchange, byte[] body) {
        String query = exchange.getRequestURI().getRawQuery();
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        try {
            return body.length == 0 && query != null ? Multipart.form(query) : Multipart.read(type, body);
        } catch (IOException e) {
            world.fault("a body that cannot be read: " + e.getMessage());
            return Parameters.none();
        }
    }
}
