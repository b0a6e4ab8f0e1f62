package dev.tocsin.chat.telegram.fake;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * What the fake does instead of answering normally.
 * Rules are tried in the order in which they were made, and each as often or as long as it says (once by itself).
 */
public final class Script {
    private final InstantSource clock;
    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    Script(InstantSource clock) {
        this.clock = clock;
    }

    /** The start of a rule for calls of that method; nothing happens before its verb. */
    public Rule on(String method) {
        return on(request -> request.calls(method));
    }

    /** Calls of that method to that chat. */
    public Rule on(String method, long chat) {
        return on(request -> request.calls(method) && isTo(request, chat));
    }

    /** Every request, those that poll too. */
    public Rule onEverything() {
        return on(request -> true);
    }

    /** Every request but those that poll. */
    public Rule onCalls() {
        return on(request -> !request.calls("getUpdates"));
    }

    /** Whatever posts a message, to any chat. */
    public Rule onMessages() {
        return on(Methods::posts);
    }

    public Rule onMessagesTo(long chat) {
        return on(request -> Methods.posts(request) && isTo(request, chat));
    }

    public Rule on(Predicate<Recorded> requests) {
        return new Rule(this, clock, requests);
    }

    /** Ends all rules. */
    public void clear() {
        rules.forEach(Rule::end);
        rules.clear();
    }

    void add(Rule rule) {
        rules.add(rule);
    }

    Optional<Rule> claim(Recorded request) {
        return rules.stream().filter(rule -> rule.claim(request)).findFirst();
    }

    private static boolean isTo(Recorded request, long chat) {
        return request.chat().equals(Optional.of(Long.toString(chat)));
    }
}
