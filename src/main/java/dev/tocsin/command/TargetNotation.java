package dev.tocsin.command;

import dev.tocsin.core.target.Target;
import java.util.List;
import java.util.Map;

/** Targets as the config writes them, so that chat and file follow the same rules. */
public interface TargetNotation {
    /** What came of reading. */
    sealed interface Reading {
        record Read(Target target) implements Reading {}

        /** Every problem, each a sentence with what was expected. */
        record Wrong(List<String> problems) implements Reading {}
    }

    /**
     * A target of chat from keys as in the config's {@code targets}: {@code id}, {@code url} or {@code tcp}, {@code
     * every}, … Keys that are left out take the config's defaults. What chat may not point at is wrong too.
     */
    Reading read(Map<String, String> keys);

    /** The target with some keys replaced; its id stays. Another kind of check drops the options of the old one. */
    Reading edit(Target target, Map<String, String> keys);

    /** The keys with which an edit of {@code from} gives {@code to}. */
    Map<String, String> difference(Target from, Target to);

    /**
     * The keys that spell a target of chat out: {@code read(spell(target))} gives it back. An empty text stands for
     * "none"; options of the check at their built-in default are left out.
     */
    Map<String, String> spell(Target target);

    /** The keys a person may give. */
    List<String> keys();

    /** The targets as a config's {@code targets} array, in JSON. */
    String write(List<Target> targets);
}
