package dev.tocsin.command;

import dev.tocsin.command.Words.Quoting;
import dev.tocsin.command.Words.Word;
import java.time.Instant;
import java.util.List;

/**
 * Takes a time off the front of some words: the longest run of them that reads as one. What stands in quotes goes on
 * with no time. Safe for use by many threads.
 */
record TimeTaker(ParamReader reader, Caller caller, Instant now) {
    private static final int LONGEST_TIME = 6;

    /** What came of it. */
    sealed interface Taken {
        /** A time, and how many words it took. */
        record Fine(Value value, int words) implements Taken {}

        /** A time was meant, and it is none to be used. */
        record Unread(String why) implements Taken {}

        /** Nothing there looks like a time; {@code why} is for where one is needed. */
        record None(String why) implements Taken {}
    }

    Taken take(Param param, List<Word> words) {
        List<Word> run = run(words);
        String whole = phrase(run);
        for (int count = run.size(); count > 0; count--) {
            switch (reader.read(param, phrase(run.subList(0, count)), caller, now)) {
                case ParamReader.Read.Fine(Value value) -> {
                    String rest = phrase(run.subList(count, run.size()));
                    return TimePhrase.isCutShort(phrase(run.subList(0, count)), rest)
                            ? new Taken.Unread(ParamReader.notRead(param, whole))
                            : new Taken.Fine(value, count);
                }
                case ParamReader.Read.Past(String why) -> {
                    return new Taken.Unread(why);
                }
                case ParamReader.Read.Wrong ignored -> {
                    // A shorter run may read.
                }
            }
        }
        String why = ParamReader.notRead(param, whole);
        return TimePhrase.isBegun(whole) ? new Taken.Unread(why) : new Taken.None(why);
    }

    private static List<Word> run(List<Word> words) {
        int count = 1;
        while (count < Math.min(LONGEST_TIME, words.size())
                && words.get(count).quoting() == Quoting.BARE
                && words.get(count).text().indexOf('=') < 0) {
            count++;
        }
        return words.subList(0, count);
    }

    private static String phrase(List<Word> words) {
        return String.join(" ", words.stream().map(Word::text).toList()).strip();
    }
}
