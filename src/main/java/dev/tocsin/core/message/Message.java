package dev.tocsin.core.message;

import java.util.ArrayList;
import java.util.List;

/**
 * What people read, in no platform's form.
 *
 * @param suggestions what the reader may want to do next; a button where the platform has buttons
 */
public record Message(Tone tone, Line headline, List<Block> blocks, List<Suggestion> suggestions) {
    public Message {
        blocks = List.copyOf(blocks);
        suggestions = List.copyOf(suggestions);
    }

    /** A command that fits the moment, and what it does: {@code Undo}, {@code /unmute api}. */
    public record Suggestion(String label, String command) {}

    public static Message of(Tone tone, Line headline) {
        return new Message(tone, headline, List.of(), List.of());
    }

    public static Message of(Tone tone, String headline) {
        return of(tone, Line.of(headline));
    }

    public Message and(Block block) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(block);
        return new Message(tone, headline, more, suggestions);
    }

    public Message fact(String label, Line line) {
        return and(new Block.Fact(label, line));
    }

    public Message suggest(String label, String command) {
        List<Suggestion> more = new ArrayList<>(suggestions);
        more.add(new Suggestion(label, command));
        return new Message(tone, headline, blocks, more);
    }
}
