package dev.tocsin.chat.discord;

import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Role;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers interactions: at once where the answer is quick, and otherwise with a word that it comes, within a second
 * either way. Safe for use by many threads.
 */
final class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    /** Discord waits 3 s for the first word. */
    private static final Duration QUICK = Duration.ofMillis(400);

    private final ExecutorService threads;
    private final Pages pages;

    /** An answer in Discord's form, and who sees it. */
    private record Ready(MessageCreateData data, Audience audience) {}

    private enum Audience {
        CHANNEL,
        ASKER
    }

    Answering(ExecutorService threads, Pages pages) {
        this.threads = threads;
        this.pages = pages;
    }

    /**
     * Answers with what the work comes to. Who may not write in the channel gets an answer that nobody else sees, so that
     * buttons do not fill a channel that is for reading.
     *
     * @param spec of the command; where there is none, only the asker sees the answer
     */
    void answer(IReplyCallback event, Optional<CommandSpec> spec, Supplier<Message> work) {
        Role role = spec.map(CommandSpec::role).orElse(Role.ADMIN);
        Audience widest = role == Role.EVERYONE && mayWrite(event) ? Audience.CHANNEL : Audience.ASKER;
        CompletableFuture<Ready> answer = CompletableFuture.supplyAsync(() -> ready(work.get(), role, widest), threads)
                .exceptionally(Answering::fault);
        try {
            Ready ready = answer.get(QUICK.toMillis(), TimeUnit.MILLISECONDS);
            event.reply(ready.data())
                    .setEphemeral(ready.audience() == Audience.ASKER)
                    .queue(done -> {}, Answering::lost);
        } catch (TimeoutException slow) {
            event.deferReply(widest == Audience.ASKER).queue(done -> {}, Answering::lost);
            answer.thenAccept(ready -> later(event, ready, widest));
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Suggests what the work comes to, or nothing where that takes too long to be of use. */
    void suggest(CommandAutoCompleteInteractionEvent event, Supplier<List<Command.Choice>> work) {
        List<Command.Choice> choices = CompletableFuture.supplyAsync(work, threads)
                .completeOnTimeout(List.of(), QUICK.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(bug -> {
                    LOG.error("suggestions failed with a fault of ours", bug);
                    return List.of();
                })
                .join();
        event.replyChoices(choices).queue(done -> {}, Answering::lost);
    }

    /** Shows another page in place of the one that is shown. */
    void turn(ButtonInteractionEvent event, Pages.Turned turned) {
        event.editMessage(MessageEditData.fromCreateData(
                        Written.page(turned.answer().sheet(), turned.page(), turned.buttons())))
                .queue(done -> {}, Answering::lost);
    }

    /** What was to be for the channel and turns out to be for the asker alone takes the place of the word in between. */
    private static void later(IReplyCallback event, Ready ready, Audience told) {
        if (ready.audience() == told) {
            event.getHook()
                    .editOriginal(MessageEditData.fromCreateData(ready.data()))
                    .queue(done -> {}, Answering::lost);
            return;
        }
        event.getHook()
                .deleteOriginal()
                .flatMap(done -> event.getHook().sendMessage(ready.data()).setEphemeral(true))
                .queue(done -> {}, Answering::lost);
    }

    private static boolean mayWrite(IReplyCallback event) {
        Member member = event.getMember();
        return member == null
                || member.isDetached()
                || !(event.getChannel() instanceof GuildChannel channel)
                || member.hasPermission(
                        channel,
                        channel.getType().isThread() ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND);
    }

    private Ready ready(Message message, Role role, Audience widest) {
        Sheet sheet = Sheet.of(message);
        return new Ready(
                Written.page(sheet, 0, pages.keep(sheet, role)),
                message.tone() == Tone.ERROR ? Audience.ASKER : widest);
    }

    private static Ready fault(Throwable bug) {
        LOG.error("an answer failed with a fault of ours", bug);
        Message told = Message.of(Tone.ERROR, "That failed with a fault of the bot's own; its log has the details.");
        return new Ready(Written.page(Sheet.of(told), 0, List.of()), Audience.ASKER);
    }

    /** The asker does not see the answer; asking again is all that helps. */
    static void lost(Throwable failed) {
        LOG.info("an answer did not reach Discord: {}", String.valueOf(failed.getMessage()));
    }
}
