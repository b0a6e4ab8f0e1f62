package dev.tocsin.chat.discord.fake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users do in the fake, and what a plain JDA answers. */
class FakeInteractionsTest {
    private FakeDiscord discord;
    private Guild guild;
    private long text;
    private Member ann;
    private FakeBot bot;

    /** A bot with one of each answer. */
    private static final class Answering extends ListenerAdapter {
        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            switch (event.getFullCommandName()) {
                case "mute" ->
                    event.reply("Muted "
                                    + requireNonNull(event.getOption("target")).getAsString() + " for "
                                    + requireNonNull(event.getOption("minutes")).getAsInt())
                            .setEphemeral(requireNonNull(event.getMember()).hasPermission(Permission.MANAGE_SERVER))
                            .queue();
                case "report week" ->
                    event.deferReply()
                            .flatMap(
                                    hook -> hook.editOriginal("the week").flatMap(week -> hook.sendMessage("and more")))
                            .queue();
                case "note" ->
                    event.replyModal(Modal.create("note:1", "A note")
                                    .addComponents(Label.of(
                                            "Text",
                                            TextInput.create("text", TextInputStyle.SHORT)
                                                    .build()))
                                    .build())
                            .queue(opened -> {}, refused -> {});
                case "page" ->
                    event.reply("page 1")
                            .setComponents(
                                    ActionRow.of(Button.primary("page:2", "Next")),
                                    ActionRow.of(StringSelectMenu.create("sort")
                                            .addOption("By name", "name")
                                            .build()))
                            .queue();
                default -> {}
            }
        }

        @Override
        public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
            event.replyChoiceStrings(event.getFocusedOption().getValue() + "i").queue();
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            event.editMessage("page 2").queue();
        }

        @Override
        public void onStringSelectInteraction(StringSelectInteractionEvent event) {
            event.reply("by " + event.getValues().getFirst()).setEphemeral(true).queue();
        }

        @Override
        public void onModalInteraction(ModalInteractionEvent event) {
            event.reply("noted " + requireNonNull(event.getValue("text")).getAsString())
                    .queue();
        }
    }

    @BeforeEach
    void open() throws Exception {
        discord = new FakeDiscord();
        guild = discord.guild("Harbour");
        text = guild.text("alerts");
        ann = guild.member("ann");
        bot = new FakeBot(discord, new Answering());
        bot.jda()
                .updateCommands()
                .addCommands(
                        slash("mute", "Says nothing of a target for a while")
                                .addOptions(
                                        new OptionData(OptionType.STRING, "target", "Which", true, true),
                                        new OptionData(OptionType.INTEGER, "minutes", "How long", true)
                                                .setRequiredRange(1, 60)),
                        slash("report", "Reports").addSubcommands(new SubcommandData("week", "Of the week")),
                        slash("note", "Notes something"),
                        slash("page", "Shows pages"))
                .complete();
    }

    private static net.dv8tion.jda.api.interactions.commands.build.SlashCommandData slash(String name, String what) {
        return net.dv8tion.jda.api.interactions.commands.build.Commands.slash(name, what);
    }

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    @Test
    void aCommandIsAnsweredWithItsOptions() {
        Exchange exchange = discord.slash(ann, text, "mute", Map.of("target", "api", "minutes", "5"));

        assertThat(exchange.answer().content()).isEqualTo("Muted api for 5");
        assertThat(exchange.type()).isEqualTo(Exchange.Callback.MESSAGE);
        assertThat(exchange.isEphemeral()).isFalse();
        assertThat(exchange.acknowledgedAfter()).isLessThan(Duration.ofSeconds(3));
        assertThat(discord.messages(text)).hasSize(1);
    }

    @Test
    void anEphemeralAnswerIsForTheAskerAlone() {
        Exchange exchange = discord.slash(guild.owner(), text, "mute", Map.of("target", "api", "minutes", "5"));

        assertThat(exchange.isEphemeral()).isTrue();
        assertThat(exchange.answer().content()).isEqualTo("Muted api for 5");
        assertThat(discord.messages(text)).isEmpty();
    }

    @Test
    void aDeferredAnswerIsFilledInAndFollowed() {
        Exchange exchange = discord.slash(ann, text, "report week", Map.of());

        assertThat(exchange.answers(2)).extracting(Posted::content).containsExactly("the week", "and more");
        assertThat(exchange.type()).isEqualTo(Exchange.Callback.DEFERRED_MESSAGE);
        assertThat(exchange.answers().getFirst().edits()).isZero();
    }

    @Test
    void choicesAreSuggested() {
        Exchange exchange = discord.autocomplete(ann, text, "mute", Map.of("target", "ap"), "target");

        assertThat(exchange.choices()).containsExactly(new Exchange.Choice("api", "api"));
    }

    @Test
    void aButtonEditsItsMessageAndASelectionIsAnswered() {
        Posted page = discord.slash(ann, text, "page", Map.of()).answer();
        Exchange pressed = discord.button(ann, text, page.id(), "page:2");
        assertThat(pressed.answer().content()).isEqualTo("page 2");
        assertThat(pressed.answer().edits()).isEqualTo(1);

        Exchange selected = discord.select(ann, text, page.id(), "sort", "name");
        assertThat(selected.answer().content()).isEqualTo("by name");
        assertThat(selected.isEphemeral()).isTrue();
        assertThatThrownBy(() -> discord.button(ann, text, page.id(), "page:3"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aModalIsOpenedAndSubmitted() {
        Exchange opened = discord.slash(ann, text, "note", Map.of());
        assertThat(opened.modal().path("custom_id").asText()).isEqualTo("note:1");

        Exchange submitted = discord.modal(ann, text, "note:1", Map.of("text", "all well"));
        assertThat(submitted.answer().content()).isEqualTo("noted all well");
    }

    @Test
    void interactionsWorkInDirectMessages() {
        Exchange exchange = discord.slash(ann, discord.direct(ann), "report week", Map.of());

        assertThat(exchange.answers(2)).hasSize(2);
    }

    @Test
    void aClientSendsNothingThatIsNotRegistered() {
        assertThatThrownBy(() -> discord.slash(ann, text, "mute", Map.of("target", "api")))
                .hasMessageContaining("requires minutes");
        assertThatThrownBy(() -> discord.slash(ann, text, "mute", Map.of("target", "api", "minutes", "61")))
                .hasMessageContaining("not between");
    }

    @Test
    void aLateCallbackIsRefused() {
        discord.acknowledgeWithin(Duration.ZERO);
        Exchange exchange = discord.slash(ann, text, "note", Map.of());
        discord.await(
                Duration.ofSeconds(10),
                "a refused callback",
                () -> discord.requests("POST", "/interactions/{id}/{token}/callback").stream()
                        .anyMatch(request -> request.status() == 404));

        assertThat(exchange.isAcknowledged()).isFalse();
    }
}
