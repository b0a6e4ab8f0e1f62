package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.Surroundings;
import java.util.ArrayList;
import java.util.List;

/** Every command, in the order of {@code /help}. A new one is one file and one line here. */
public final class CommandBook {
    private CommandBook() {}

    public static List<Command> commands(Surroundings here) {
        List<Command> book = new ArrayList<>(List.of(
                new StatusCommand(here),
                new TargetsCommand(here),
                new IncidentsCommand(here),
                new IncidentCommand(here),
                new HistoryCommand(here),
                new WhyCommand(here),
                new AboutCommand(here),
                new SubscribeCommand(here),
                new UnsubscribeCommand(here),
                new SubscriptionsCommand(here),
                new AddCommand(here),
                new EditCommand(here),
                new RemoveCommand(here),
                new PauseCommand(here),
                new ResumeCommand(here),
                new MuteCommand(here),
                new UnmuteCommand(here),
                new MutesCommand(here),
                new MaintenanceCommand(here),
                new AckCommand(here),
                new NoteCommand(here),
                new CheckCommand(here),
                new DrillCommand(here),
                new PracticeCommand(here),
                new ExportCommand(here),
                new AuditCommand(here),
                new AdminCommand(here)));
        List<Command> all = book;
        book.add(7, new HelpCommand(() -> all.stream().map(Command::spec).toList()));
        return List.copyOf(book);
    }
}
