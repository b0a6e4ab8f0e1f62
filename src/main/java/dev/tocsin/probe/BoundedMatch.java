package dev.tocsin.probe;

import java.util.regex.Pattern;

/**
 * Finds regular expressions in what others send: an expression that would search for ever, or too deep, is an
 * expression that finds nothing.
 */
final class BoundedMatch {
    private BoundedMatch() {}

    static boolean found(String regex, String text, Deadline deadline) {
        try {
            return Pattern.compile(regex).matcher(new Bounded(text, deadline)).find();
        } catch (OutOfTime | StackOverflowError tooHard) {
            return false;
        }
    }

    private static final class OutOfTime extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfTime() {
            super("out of time", null, false, false);
        }
    }

    /** A text that can be read until the deadline. */
    private static final class Bounded implements CharSequence {
        private static final int CHECK_EVERY = 4_096;

        private final CharSequence text;
        private final Deadline deadline;
        private int reads;

        Bounded(CharSequence text, Deadline deadline) {
            this.text = text;
            this.deadline = deadline;
        }

        @SuppressWarnings("ThreadPriorityCheck") // A hint, and nothing relies on it.
        @Override
        public char charAt(int index) {
            reads++;
            if (reads % CHECK_EVERY == 0) {
                if (deadline.isOver()) {
                    throw new OutOfTime();
                }
                Thread.yield(); // A virtual thread would else keep other looks waiting.
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Bounded(text.subSequence(start, end), deadline);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
