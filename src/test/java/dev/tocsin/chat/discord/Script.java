package dev.tocsin.chat.discord;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the REST side does instead of answering normally.
 * Rules are tried in the order in which they were made, and each as often or as long as it says (once by itself).
 */
final class Script {
    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    /** The start of a rule for requests of that method ({@code *} for any) and path; nothing happens before its verb. */
    Rule on(String method, String path) {
        return new Rule(this, method, new PathPattern(path));
    }

    /** Every request. */
    Rule onEverything() {
        return on("*", "*");
    }

    /** Messages posted to that channel. */
    Rule onMessagesTo(long channel) {
        return on("POST", "/channels/" + FakeJson.id(channel) + "/messages");
    }

    /** Messages posted to any channel. */
    Rule onMessages() {
        return on("POST", "/channels/{channel}/messages");
    }

    /** Ends all rules. */
    void clear() {
        rules.forEach(Rule::end);
        rules.clear();
    }

    void add(Rule rule) {
        rules.add(rule);
    }

    Optional<Rule> claim(Recorded request) {
        return rules.stream().filter(rule -> rule.claim(request)).findFirst();
    }
}
