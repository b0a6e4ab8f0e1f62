package dev.tocsin.chat.telegram;

import dev.tocsin.command.Caller;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Desk;
import dev.tocsin.command.Form;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.util.List;
import java.util.function.UnaryOperator;

/** A desk that answers each line with what the test says. */
record StubDesk(UnaryOperator<String> answer) implements Desk {
    @Override
    public List<CommandSpec> specs() {
        return List.of();
    }

    @Override
    public Message answer(Caller caller, String line) {
        return Message.of(Tone.INFO, answer.apply(line));
    }

    @Override
    public Message answer(Caller caller, Form form) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Candidate> complete(Caller caller, String command, String param, String begun, int most) {
        return List.of();
    }

    @Override
    public List<Candidate> complete(Caller caller, String line, int most) {
        return List.of();
    }
}
