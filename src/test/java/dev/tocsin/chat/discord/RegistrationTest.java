package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.sample.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private final List<CommandSpec> specs = Desks.all();

    @Test
    void everyCommandIsRegisteredAsDiscordKnowsIt() {
        Golden.holds(
                Path.of("src/test/resources/discord/registration.json"),
                Registration.of(specs).stream()
                                .map(command -> command.toData().toPrettyString())
                                .collect(Collectors.joining(",\n", "[", "]"))
                        + "\n");
    }

    @Test
    void theFingerprintIsThatOfTheCommandsAndNotOfTheirOrder() {
        List<CommandSpec> turned = new ArrayList<>(specs);
        Collections.reverse(turned);
        List<CommandSpec> fewer = specs.subList(1, specs.size());

        assertThat(Registration.fingerprint(Registration.of(turned)))
                .isEqualTo(Registration.fingerprint(Registration.of(specs)))
                .isNotEqualTo(Registration.fingerprint(Registration.of(fewer)));
    }

    @Test
    void whatASheetAsksForIsNotRequiredAndNeededOptionsComeFirst() {
        CommandSpec note = specs.stream()
                .filter(spec -> spec.name().equals("note"))
                .findFirst()
                .orElseThrow();
        var options = Registration.of(List.of(note)).getFirst().getOptions();

        assertThat(options)
                .extracting(option -> option.getName() + " " + option.isRequired())
                .containsExactly("incident true", "source false", "text false");
    }

    @Test
    void aNeededOptionAfterOneThatIsNotIsMovedBeforeIt() {
        CommandSpec odd = new CommandSpec(
                "odd",
                "Odd",
                Role.EVERYONE,
                List.of(
                        Param.optional("first", Param.Kind.WORD, "a word"),
                        Param.required("second", Param.Kind.TARGET, "a target")),
                List.of());

        assertThat(Registration.of(List.of(odd)).getFirst().getOptions())
                .extracting(option -> option.getName())
                .containsExactly("second", "first");
    }
}
