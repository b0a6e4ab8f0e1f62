package dev.tocsin.chat.discord;

import dev.tocsin.command.Caller;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Desk;
import dev.tocsin.command.Form;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.ChannelRef;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.modals.Modal;
import org.jspecify.annotations.Nullable;

/** What people do in Discord, handed to the desk. Runs on threads that may block. */
final class Interactions extends ListenerAdapter {
    private static final int CANDIDATES = 25;
    private static final int LONGEST_CANDIDATE = 100;

    private final Desk desk;
    private final Roles roles;
    private final Supplier<ZoneId> zone;
    private final Answering answering;
    private final Pages pages;

    Interactions(Desk desk, Roles roles, Supplier<ZoneId> zone, Answering answering, Pages pages) {
        this.desk = desk;
        this.roles = roles;
        this.zone = zone;
        this.answering = answering;
        this.pages = pages;
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        Optional<CommandSpec> spec = spec(event.getName());
        Map<String, String> values = new LinkedHashMap<>();
        for (OptionMapping option : event.getOptions()) {
            values.put(option.getName(), option.getAsString());
        }
        Form form = new Form(event.getName(), values);
        Caller caller = caller(event);
        Optional<Modal> sheet =
                spec.filter(one -> caller.role().compareTo(one.role()) >= 0).flatMap(one -> Sheets.of(one, form));
        if (sheet.isPresent()) {
            event.replyModal(sheet.get()).queue(done -> {}, Answering::lost);
            return;
        }
        answering.answer(event, spec, () -> desk.answer(caller, form));
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        String id = event.getModalId();
        Optional<Form> kept =
                id.startsWith(Sheets.PREFIX) ? Form.parse(id.substring(Sheets.PREFIX.length())) : Optional.empty();
        Map<String, String> written = new LinkedHashMap<>();
        event.getValues().forEach(value -> written.put(value.getCustomId(), value.getAsString()));
        Optional<CommandSpec> spec = kept.flatMap(form -> spec(form.command()));
        if (spec.isEmpty()) {
            answering.answer(event, spec, () -> withWritten(outdated(), String.join("\n", written.values())));
            return;
        }
        Form form = Sheets.filled(spec.get(), kept.get().values(), written);
        answering.answer(event, spec, () -> {
            Message answer = desk.answer(caller(event), form);
            return answer.tone() == Tone.ERROR ? withWritten(answer, Sheets.copied(form)) : answer;
        });
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        String id = event.getComponentId();
        if (id.startsWith(Pages.PREFIX)) {
            turn(event, id);
        } else if (id.startsWith(Written.DO)) {
            String line = id.substring(Written.DO.length());
            String word = line.replaceFirst("^/", "").split("\\s", 2)[0];
            answering.answer(event, spec(word), () -> desk.answer(caller(event), line));
        } else {
            answering.answer(event, Optional.empty(), Interactions::outdated);
        }
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        var focused = event.getFocusedOption();
        answering.suggest(
                event,
                () -> choices(desk.complete(
                        caller(event), event.getName(), focused.getName(), focused.getValue(), CANDIDATES)));
    }

    private static List<Command.Choice> choices(List<Desk.Candidate> candidates) {
        Map<String, Command.Choice> byWord = new LinkedHashMap<>();
        candidates.stream()
                .filter(one -> !one.word().isBlank() && one.word().length() <= LONGEST_CANDIDATE)
                .forEach(one -> byWord.putIfAbsent(one.word(), new Command.Choice(shown(one), one.word())));
        return List.copyOf(byWord.values());
    }

    private void turn(ButtonInteractionEvent event, String id) {
        Optional<Pages.Turned> turned = pages.turn(id);
        if (turned.isEmpty()) {
            answering.answer(event, Optional.empty(), Interactions::outdated);
            return;
        }
        if (caller(event).role().compareTo(turned.get().answer().role()) < 0) {
            answering.answer(
                    event,
                    Optional.empty(),
                    () -> Message.of(Tone.ERROR, "These pages are for those who may ask for them."));
            return;
        }
        answering.turn(event, turned.get());
    }

    private Optional<CommandSpec> spec(String name) {
        return desk.specs().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private Caller caller(Interaction event) {
        @Nullable Member member = event.getMember();
        @Nullable GuildChannel channel = event.getChannel() instanceof GuildChannel guilds ? guilds : null;
        return new Caller(
                OutsideText.cut(event.getUser().getName(), 60) + " ("
                        + event.getUser().getId() + ")",
                roles.of(member, channel),
                new ChannelRef("discord", String.valueOf(event.getChannelIdLong())),
                zone.get());
    }

    private static Message outdated() {
        return Message.of(Tone.ERROR, "That is too old to act on; ask again with the command itself, or see /help.");
    }

    /** A sheet that was sent is empty when it is opened again, so what was written into it is given back. */
    private static Message withWritten(Message answer, String text) {
        return answer.and(new Block.Paragraph(Line.of("This is what you wrote, to be copied:")))
                .and(new Block.Fixed(text));
    }

    private static String shown(Desk.Candidate one) {
        String hint = OutsideText.clean(one.hint());
        return OutsideText.cut(hint.isEmpty() ? one.word() : one.word() + " · " + hint, LONGEST_CANDIDATE);
    }
}
