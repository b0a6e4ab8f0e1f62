package dev.tocsin.core.target;

/** What is looked for in a body. */
public sealed interface BodyTest {
    /** In a few words, as {@code contains "open"}. */
    String wanted();

    record Contains(String text) implements BodyTest {
        @Override
        public String wanted() {
            return "contains \"" + text + "\"";
        }
    }

    record Lacks(String text) implements BodyTest {
        @Override
        public String wanted() {
            return "does not contain \"" + text + "\"";
        }
    }

    /** A regular expression that is found somewhere in it. */
    record Matches(String regex) implements BodyTest {
        @Override
        public String wanted() {
            return "matches /" + regex + "/";
        }
    }

    /** A JSON path (RFC 9535 in spirit) whose first value, as text, is this one. */
    record Json(String path, String value) implements BodyTest {
        @Override
        public String wanted() {
            return path + " = " + value;
        }
    }
}
