package dev.tocsin.chat.telegram.fake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What every request passes before its method answers: the record, the script, the checks, the limits. */
final class Gate {
    private final World world;
    private final List<Recorded> requests = new CopyOnWriteArrayList<>();
    private final Script script;
    private final Flood flood;
    private final ApiCheck description = ApiCheck.fromEnvironment();

    Gate(World world) {
        this.world = world;
        InstantSource clock = world.clock;
        script = new Script(clock);
        flood = new Flood(clock);
    }

    void record(Recorded request) {
        requests.add(request);
        flood.meet(request);
    }

    List<Recorded> requests() {
        return List.copyOf(requests);
    }

    Script script() {
        return script;
    }

    Flood flood() {
        return flood;
    }

    ApiCheck description() {
        return description;
    }

    /** Throws the refusal that Telegram would answer with before it looks at what is asked. */
    void admit(Recorded request) {
        Complaints complaints = check(request);
        if (Methods.posts(request) || Methods.edits(request)) {
            FakeChat.Kind kind = world.with(() ->
                    request.chat().flatMap(world::find).map(FakeChat::kind).orElse(FakeChat.Kind.PRIVATE));
            Optional<Duration> wait = flood.take(request, kind);
            wait.ifPresent(pause -> {
                throw new Refusal(FakeError.tooMany(pause));
            });
        }
        complaints.refusal().ifPresent(error -> {
            throw new Refusal(error);
        });
    }

    /** Notes what is wrong with the call as faults. */
    Complaints check(Recorded request) {
        Complaints complaints = Checks.of(request);
        complaints.all().forEach(each -> world.fault(request.method() + ": " + each));
        description.check(request).forEach(each -> world.fault(request.method() + ": " + each));
        return complaints;
    }

    /** Notes the pause that an answer asks for. */
    void answered(Recorded request, Answer answer) {
        request.answered(answer.status());
        Optional.ofNullable(answer.headers().get("Retry-After"))
                .map(Long::parseLong)
                .ifPresent(seconds -> flood.pause(request, Duration.ofSeconds(seconds)));
    }
}
