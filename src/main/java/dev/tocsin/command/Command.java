package dev.tocsin.command;

import dev.tocsin.core.message.Message;

/** One command: what it is, and what it answers. Safe for use by many threads. */
public interface Command {
    CommandSpec spec();

    /** Answers a caller who may call it. A store that cannot be read throws; the desk turns that into an answer. */
    Message handle(Invocation invocation);
}
