package dev.tocsin.command;

import dev.tocsin.core.message.Message;
import java.util.List;

/** The only door for commands: parse, authorise, handle, audit. Safe for use by many threads. */
public interface Desk {
    /** Every command, as platforms register them, in the order of {@code /help}. */
    List<CommandSpec> specs();

    /** Answers a line such as {@code /mute api 2h}; the slash may be left out. Never throws: a fault is an answer too. */
    Message answer(Caller caller, String line);

    /** The same, for what was filled in. */
    Message answer(Caller caller, Form form);

    /**
     * What fits a parameter, best first: what begins so before what holds it, what is down before what is up.
     *
     * @param begun what was typed of the value so far
     */
    List<Candidate> complete(Caller caller, String command, String param, String begun, int most);

    /**
     * What may come next.
     *
     * @param line what was typed so far, up to the cursor
     * @return whole words that may replace the last, unfinished one, best first, at most {@code most}
     */
    List<Candidate> complete(Caller caller, String line, int most);

    /** A word, and what it stands for; the hint may be empty. */
    record Candidate(String word, String hint) {}
}
