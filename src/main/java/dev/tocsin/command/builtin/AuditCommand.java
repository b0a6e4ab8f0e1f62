package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Clockface;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.message.Tone;
import java.util.List;

/** Who asked for what lately. */
final class AuditCommand implements Command {
    private final Surroundings here;

    AuditCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "audit",
                "Who changed what, newest first",
                Role.ADMIN,
                List.of(Param.optional("count", Param.Kind.NUMBER, "how many, 20 if left out, 100 at most")),
                List.of("/audit", "/audit 50"));
    }

    @Override
    public Message handle(Invocation typed) {
        int count = (int) Math.min(100, typed.number("count").orElse(20L));
        List<List<String>> rows = here.archive().audit(count).stream()
                .map(entry -> List.of(
                        Clockface.full(entry.at(), typed.caller().zone()),
                        OutsideText.cut(entry.who(), 30),
                        OutsideText.cut(entry.where(), 40),
                        OutsideText.cut(entry.command(), 80),
                        OutsideText.cut(entry.result(), 80)))
                .toList();
        return rows.isEmpty()
                ? Message.of(Tone.INFO, "Nothing was changed yet.")
                : Message.of(Tone.INFO, "The last " + rows.size() + (rows.size() == 1 ? " entry" : " entries"))
                        .and(new Block.Table(List.of("when", "who", "where", "what", "result"), rows));
    }
}
