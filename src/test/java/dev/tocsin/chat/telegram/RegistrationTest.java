package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tocsin.chat.discord.Desks;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Role;
import dev.tocsin.sample.Golden;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

class RegistrationTest {
    @Test
    void everyCircleOfPeopleIsShownTheCommandsThatAreTheirs() throws JsonProcessingException {
        StringBuilder page = new StringBuilder();
        for (SetMyCommands menu : Registration.of(Desks.all(), List.of(1_001L))) {
            page.append(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(menu))
                    .append("\n");
        }
        Golden.holds(Path.of("src/test/resources/telegram/registration.txt"), page.toString());
    }

    @Test
    void namesHaveNoHyphensAndDescriptionsAreCut() {
        CommandSpec spec = new CommandSpec("mute-all", "x".repeat(300), Role.ADMIN, List.of(), List.of());
        List<SetMyCommands> menus = Registration.of(List.of(spec), List.of(7L, 5L));

        assertThat(menus).extracting(menu -> menu.getCommands().size()).containsExactly(1, 1);
        BotCommand command = menus.getLast().getCommands().getFirst();
        assertThat(command.getCommand()).isEqualTo("mute_all");
        assertThat(command.getDescription()).hasSize(256).endsWith("…");
    }

    @Test
    void allCommandsHaveNamesThatTelegramTakesAndNoTwoAreOne() {
        assertThat(Desks.all())
                .extracting(Registration::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9_]{1,32}"));
    }
}
