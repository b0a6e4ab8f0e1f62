package dev.tocsin.replay;

import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a history is judged. */
public sealed interface Rule {
    /** As it is typed. */
    String name();

    /** The bot, where each target has the rule that the config gives it. */
    record AsConfigured() implements Rule {
        @Override
        public String name() {
            return "config";
        }
    }

    /** The bot, where one rule holds for every target. */
    record Same(String name, Confirm confirm) implements Rule {}

    /** No bot of ours: each change of a target's state that is recorded is told at once, and on its own. */
    record EachChange() implements Rule {
        @Override
        public String name() {
            return "each";
        }
    }

    /** What {@link #parse} reads. */
    String FORMS = "weighed, count:FAILURES/SUCCESSES such as count:3/2, each, or config";

    /** Reads a rule; empty where it is none of {@link #FORMS}. */
    static Optional<Rule> parse(String text) {
        Matcher count = Count.FORM.matcher(text);
        if (count.matches()) {
            return Optional.of(new Same(
                    text,
                    new Confirm.Count(
                            Integer.parseInt(count.group(1)), Integer.parseInt(count.group(2)), Count.RECHECK)));
        }
        return switch (text) {
            case "weighed" -> Optional.of(new Same(text, new Confirm.Weighed()));
            case "each" -> Optional.of(new EachChange());
            case "config" -> Optional.of(new AsConfigured());
            default -> Optional.empty();
        };
    }

    /** How a plain count is spelled. */
    final class Count {
        /** As where a config gives none. */
        private static final Duration RECHECK = Duration.ofSeconds(5);

        private static final Pattern FORM = Pattern.compile("count:([1-9]\\d?)/([1-9]\\d?)");

        private Count() {}
    }

    /** The target as this rule has it. */
    default Target on(Target target) {
        return switch (this) {
            case AsConfigured ignored -> target;
            case EachChange ignored -> target;
            case Same same ->
                new Target(
                        target.id(),
                        target.name(),
                        target.check(),
                        target.network(),
                        target.tags(),
                        target.severity(),
                        target.pace(),
                        same.confirm(),
                        target.zone(),
                        target.origin());
        };
    }
}
