package dev.tocsin.chat.discord.fake;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the REST side does instead of answering normally.
 * Rules are tried in the order in which they were made, and each as often or as long as it says (once by itself).
 */
public final class Script {
    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    /** The start of a rule for requests of that method ({@code *} for any) and path; nothing happens before its verb. */
    public Rule on(String method, String path) {
        return new Rule(this, method, new PathPattern(path));
    }

    /** Every request. */
    public Rule onEverything() {
        return on("*", "*");
    }

    /** Messages posted to that channel. */
    public Rule onMessagesTo(long channel) {
        return on("POST", "/channels/" + FakeJson.id(channel) + "/messages");
    }

    /** Messages posted to any channel. */
    public Rule onMessages() {
        return on("POST", "/channels/{channel}/messages");
    }

    /** Ends all rules. */
    public void clear() {
        rules.forEach(Rule::end);
        rules.clear();
    }

    public void add(Rule rule) {
        rules.add(rule);
    }

    public Optional<Rule> claim(Recorded request) {
        return rules.stream().filter(rule -> rule.claim(request)).findFirst();
    }
}
