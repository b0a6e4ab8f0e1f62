package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.command.TargetNotation;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.target.Target;
import dev.tocsin.engine.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Watches one more target. */
final class AddCommand implements Command {
    private final Surroundings here;

    AddCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "add",
                "Watch one more target",
                Role.ADMIN,
                List.of(Param.required(
                        "target",
                        Param.Kind.TEXT,
                        "a URL, host:port, or keys as in the config: "
                                + String.join(" ", here.notation().keys()))),
                List.of(
                        "/add https://www.example.org/",
                        "/add id=mail tcp=mail.example.org:25 every=1m tags=mail,prod name=\"Our mail\""));
    }

    @Override
    public Message handle(Invocation typed) {
        String text = typed.text("target").orElseThrow();
        Optional<Map<String, String>> keys = address(text).or(() -> KeyValues.read(text));
        if (keys.isEmpty()) {
            return Message.of(
                            Tone.ERROR,
                            "\"" + OutsideText.cut(text, 60) + "\" is neither an address nor key=value pairs.")
                    .fact(
                            "Usage",
                            Line.empty()
                                    .code(spec().examples().getFirst())
                                    .text("  or  ")
                                    .code(spec().examples().getLast()));
        }
        return switch (here.notation().read(keys.get())) {
            case TargetNotation.Reading.Wrong(List<String> problems) -> wrong(problems);
            case TargetNotation.Reading.Read(Target target) -> add(target, typed);
        };
    }

    static Message wrong(List<String> problems) {
        return Message.of(Tone.ERROR, "That is no target:")
                .and(new Block.Bullets(problems.stream().map(Line::of).toList()));
    }

    private Message add(Target target, Invocation typed) {
        Request request = new Request.AddTarget(target, typed.caller().name());
        return Answers.to(
                here.requests().submit(request),
                changes -> Answers.good("Watching " + target.id() + " ("
                                + OutsideText.cut(target.check().address(), 100) + ") from now on.")
                        .fact(
                                "Understood",
                                Line.empty()
                                        .code(KeyValues.write(here.notation().spell(target))))
                        .suggest("Undo", "/remove " + target.id()));
    }

    /** A URL or host:port, with an id made of its host; pairs that follow it add to that or change it. */
    private Optional<Map<String, String>> address(String text) {
        String[] parts = text.strip().split("\\s+", 2);
        String bare = parts[0];
        boolean url = bare.matches("https?://\\S+");
        if (!url && !bare.matches("[^\\s=/]+:\\d{1,5}")) {
            return Optional.empty();
        }
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("id", freeId(bare));
        keys.put(url ? "url" : "tcp", bare);
        if (parts.length == 1) {
            return Optional.of(keys);
        }
        return KeyValues.read(parts[1])
                .filter(more -> !more.containsKey(url ? "url" : "tcp"))
                .map(more -> {
                    keys.putAll(more);
                    return keys;
                });
    }

    private String freeId(String address) {
        String host = address.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://(?:www\\.)?", "")
                .replaceFirst("/.*$", "")
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^[^a-z0-9]+", "");
        String id = host.isEmpty() ? "target" : host.substring(0, Math.min(60, host.length()));
        for (int number = 2; isTaken(id) && number < 100; number++) {
            id = id.replaceFirst("-\\d{1,2}$", "") + "-" + number;
        }
        return id;
    }

    private boolean isTaken(String id) {
        return here.situation().roster().targets().keySet().stream()
                .anyMatch(one -> one.value().equals(id));
    }
}
