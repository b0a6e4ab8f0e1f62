package dev.tocsin.command;

/** What came of reading a line. */
sealed interface Parsed {
    record Ready(Command command, Invocation invocation) implements Parsed {}

    /**
     * Not a command that can be carried out.
     *
     * @param why a sentence that says what was expected
     * @param usage how the command is typed; empty where no command was recognised
     */
    record Refused(String why, String usage) implements Parsed {}
}
