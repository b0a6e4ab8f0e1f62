package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Counted;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Target;
import dev.tocsin.engine.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The targets, a page at a time. */
final class TargetsCommand implements Command {
    private static final int PAGE = 30;

    private final Surroundings here;

    TargetsCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "targets",
                "What is watched, by id",
                Role.EVERYONE,
                List.of(
                        Param.optional("what", Param.Kind.SCOPE, "a network or tag; everything if left out"),
                        Param.optional("page", Param.Kind.NUMBER, "which thirty of them")),
                List.of("/targets", "/targets all 2"));
    }

    @Override
    public Message handle(Invocation typed) {
        Scope scope = typed.scope("what").orElse(new Scope.Everything());
        List<Standing> all = here.situation().standings().stream()
                .filter(one -> scope.covers(one.target()))
                .sorted(Comparator.comparing(one -> one.target().id()))
                .toList();
        if (all.isEmpty()) {
            return Message.of(Tone.INFO, "Nothing is watched under " + scope.spelled() + ".");
        }
        long pages = (all.size() + PAGE - 1L) / PAGE;
        long page = Math.min(pages, typed.number("page").orElse(1L));
        List<List<String>> rows =
                all.stream().skip((page - 1) * PAGE).limit(PAGE).map(this::row).toList();
        Message message = Message.of(
                        Tone.INFO,
                        Counted.of(all.size(), "target") + (pages > 1 ? ", page " + page + " of " + pages : ""))
                .and(new Block.Table(List.of("id", "name", "state", "network", "every", "address"), rows));
        return page < pages
                ? message.suggest("Next page", "/targets " + scope.spelled() + " " + (page + 1))
                : message.and(new Block.Paragraph(Line.empty()
                        .text("More about one: ")
                        .code("/why " + all.getFirst().target().id())));
    }

    private List<String> row(Standing standing) {
        Target target = standing.target();
        return List.of(
                target.id().value(),
                Telling.name(target),
                Telling.word(standing),
                NetworkWords.word(here.situation().place(target.id())),
                dev.tocsin.core.message.DurationText.of(target.pace().every()),
                target.check().kind().toLowerCase(Locale.ROOT) + " "
                        + OutsideText.cut(target.check().address(), 60));
    }
}
