package dev.tocsin.command.builtin;

import dev.tocsin.command.Administration;
import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Clockface;
import dev.tocsin.core.message.DurationText;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.ChannelRef;
import java.util.List;

/** How the bot is set up. */
final class AdminCommand implements Command {
    private final Surroundings here;

    AdminCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "admin", "How the bot is set up: config, admins, store", Role.ADMIN, List.of(), List.of("/admin"));
    }

    @Override
    public Message handle(Invocation typed) {
        Administration now = here.administration().get();
        Message message = Message.of(
                        now.problems().isEmpty() ? Tone.INFO : Tone.WARNING,
                        "The config in force is " + now.configFile() + " as read "
                                + Clockface.full(now.readAt(), typed.caller().zone()))
                .fact("Admins", Line.of("whoever types in the console" + listed(now.admins())))
                .fact(
                        "Own troubles are told to",
                        Line.of(String.join(
                                ", ",
                                now.operators().stream()
                                        .map(ChannelRef::toString)
                                        .toList())))
                .fact("Store", Line.of(now.store() + "; looks are kept for " + DurationText.of(now.keepLooks())));
        message = section(message, "A newer version of the file was refused:", now.problems());
        return section(message, "Warnings:", now.warnings());
    }

    private static String listed(List<String> admins) {
        return admins.isEmpty() ? "" : ", " + String.join(", ", admins);
    }

    private static Message section(Message message, String title, List<String> lines) {
        return lines.isEmpty()
                ? message
                : message.and(new Block.Paragraph(Line.empty().strong(title)))
                        .and(new Block.Bullets(lines.stream().map(Line::of).toList()));
    }
}
