package dev.tocsin.command;

import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.message.Span;
import dev.tocsin.core.message.Tone;
import dev.tocsin.engine.AuditEntry;
import dev.tocsin.engine.Request;
import dev.tocsin.engine.StoreUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk: what is typed is parsed, authorised, handled and audited here and nowhere else. */
public final class CommandDesk implements Desk {
    private static final Logger LOG = LoggerFactory.getLogger(CommandDesk.class);

    private final List<Command> commands;
    private final Surroundings surroundings;
    private final TextParser parser;
    private final FormReader forms;
    private final Completer completer;
    private final AtomicLong faults = new AtomicLong();

    public CommandDesk(List<Command> commands, Surroundings surroundings) {
        this.commands = List.copyOf(commands);
        this.surroundings = surroundings;
        ParamReader reader = new ParamReader(() -> surroundings.situation().roster());
        this.parser = new TextParser(commands, reader);
        this.forms = new FormReader(commands, reader);
        this.completer = new Completer(commands, surroundings.situation());
    }

    @Override
    public List<CommandSpec> specs() {
        return commands.stream().map(Command::spec).toList();
    }

    @Override
    public Message answer(Caller caller, String line) {
        return answer(caller, line, now -> parser.parse(caller, line, now));
    }

    @Override
    public Message answer(Caller caller, Form form) {
        return specs().stream()
                .filter(spec -> spec.name().equals(form.command()))
                .flatMap(spec -> denial(caller, form.line(), spec).stream())
                .findFirst()
                .orElseGet(() -> answer(caller, form.line(), now -> forms.parse(caller, form, now)));
    }

    private Message answer(Caller caller, String line, Function<Instant, Parsed> parse) {
        try {
            return switch (parse.apply(surroundings.clock().instant())) {
                case Parsed.Refused refused -> refusal(refused);
                case Parsed.Ready ready -> authorised(caller, line, ready);
            };
        } catch (RuntimeException bug) {
            return fault(line, bug);
        }
    }

    @Override
    public List<Candidate> complete(Caller caller, String line, int most) {
        try {
            return completer.complete(caller, line, most);
        } catch (RuntimeException bug) {
            LOG.error("completion failed with a fault of ours", bug);
            return List.of();
        }
    }

    @Override
    public List<Candidate> complete(Caller caller, String command, String param, String begun, int most) {
        try {
            return completer.complete(caller, command, param, begun, most);
        } catch (RuntimeException bug) {
            LOG.error("completion failed with a fault of ours", bug);
            return List.of();
        }
    }

    private Message authorised(Caller caller, String line, Parsed.Ready ready) {
        return denial(caller, line, ready.command().spec()).orElseGet(() -> handled(caller, line, ready));
    }

    private Optional<Message> denial(Caller caller, String line, CommandSpec spec) {
        return switch (Access.decide(caller, spec)) {
            case Access.Decision.Denied(String why) -> {
                audit(caller, line, "denied: " + why);
                yield Optional.of(Message.of(Tone.ERROR, why));
            }
            case Access.Decision.Granted ignored -> Optional.empty();
        };
    }

    private Message handled(Caller caller, String line, Parsed.Ready ready) {
        Message answer;
        try {
            answer = ready.command().handle(ready.invocation());
        } catch (StoreUnavailable trouble) {
            answer = Message.of(Tone.ERROR, "This needs the store, which cannot be used now.")
                    .fact("Store", Line.of(String.valueOf(trouble.getMessage())))
                    .suggest("What is known now", "/status");
        } catch (RuntimeException bug) {
            answer = fault(line, bug);
        }
        if (ready.command().spec().role() != Role.EVERYONE) {
            audit(caller, line, headline(answer));
        }
        return answer;
    }

    private void audit(Caller caller, String line, String result) {
        surroundings
                .requests()
                .submit(new Request.Audit(new AuditEntry(
                        surroundings.clock().instant(),
                        OutsideText.cut(caller.name(), 100),
                        caller.channel().toString(),
                        Masked.line(line),
                        OutsideText.cut(result, 300))));
    }

    private Message fault(String line, RuntimeException bug) {
        long number = faults.incrementAndGet();
        LOG.error("fault {} while answering '{}'", number, Masked.line(line), bug);
        return Message.of(
                Tone.ERROR,
                "That failed with a fault of the bot's own; its log has the details under fault " + number + ".");
    }

    private static Message refusal(Parsed.Refused refused) {
        Message message = Message.of(Tone.ERROR, refused.why());
        return refused.usage().isEmpty()
                ? message
                : message.fact("Usage", Line.empty().code(refused.usage()));
    }

    private static String headline(Message answer) {
        return answer.headline().spans().stream()
                .map(span -> switch (span) {
                    case Span.Plain plain -> plain.text();
                    case Span.Strong strong -> strong.text();
                    case Span.Code code -> code.text();
                    case Span.Time time -> time.at().toString();
                })
                .collect(Collectors.joining());
    }
}
