package dev.tocsin.chat.discord.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What every request passes before its route answers: the record, the script, the token, the limits, the check of its body. */
final class Gate {
    private final FakeWorld world;
    private final String token;
    private final List<Recorded> requests = new CopyOnWriteArrayList<>();
    private final Script script = new Script();
    private final Buckets buckets = new Buckets();
    private final Limits limits = new Limits();
    private final OpenApiCheck openApi = OpenApiCheck.fromEnvironment();

    Gate(FakeWorld world, String token) {
        this.world = world;
        this.token = token;
    }

    void record(Recorded request) {
        requests.add(request);
    }

    List<Recorded> requests() {
        return List.copyOf(requests);
    }

    Script script() {
        return script;
    }

    Buckets buckets() {
        return buckets;
    }

    OpenApiCheck openApi() {
        return openApi;
    }

    Optional<Rule> claim(Recorded request) {
        return script.claim(request);
    }

    /** Throws the refusal that Discord would answer with before it looks at what is asked. */
    void admit(Recorded request, Route route) {
        Complaints complaints = check(request);
        if (route.auth() == Route.Auth.BOT && !request.header("Authorization").equals(Optional.of("Bot " + token))) {
            throw new Refusal(FakeError.UNAUTHORIZED);
        }
        buckets.take(request, route).ifPresent(answer -> {
            throw new Refusal("rate limited", answer);
        });
        complaints.refuse();
    }

    Map<String, String> headers(Recorded request, Route route) {
        return buckets.headers(request, route);
    }

    /** Notes what is wrong with the body as faults. */
    Complaints check(Recorded request) {
        Complaints complaints = new Complaints();
        limits.check(request, complaints);
        String of = request.method() + " " + request.path() + ": ";
        complaints.all().forEach(complaint -> world.fault(of + complaint));
        openApi.check(request).forEach(violation -> world.fault(of + violation));
        return complaints;
    }
}
