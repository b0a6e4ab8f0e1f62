package dev.tocsin.chat.discord;

import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Role;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
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
    private static final Duration QUICK = Duration.ofMillis(600);

    private final ExecutorService threads;
    private final Pages pages;

    Answering(ExecutorService threads, Pages pages) {
        this.threads = threads;
        this.pages = pages;
    }

    /**
     * Answers with what the work comes to.
     *
     * @param spec of the command; where there is none, only the asker sees the answer
     */
    void answer(IReplyCallback event, Optional<CommandSpec> spec, Supplier<Message> work) {
        Role role = spec.map(CommandSpec::role).orElse(Role.ADMIN);
        CompletableFuture<Message> answer = CompletableFuture.supplyAsync(work, threads);
        try {
            Message message = answer.get(QUICK.toMillis(), TimeUnit.MILLISECONDS);
            event.reply(written(message, role))
                    .setEphemeral(isPrivate(message, role))
                    .queue(done -> {}, Answering::lost);
        } catch (TimeoutException slow) {
            event.deferReply(role != Role.EVERYONE).queue(done -> {}, Answering::lost);
            answer.whenComplete((message, failed) -> later(event, message == null ? fault(failed) : message, role));
        } catch (ExecutionException bug) {
            event.reply(written(fault(bug), role)).setEphemeral(true).queue(done -> {}, Answering::lost);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Shows another page in place of the one that is shown. */
    void turn(ButtonInteractionEvent event, Pages.Turned turned) {
        event.editMessage(MessageEditData.fromCreateData(
                        Written.page(turned.answer().sheet(), turned.page(), turned.buttons())))
                .queue(done -> {}, Answering::lost);
    }

    private void later(IReplyCallback event, Message message, Role role) {
        if (isPrivate(message, role) && role == Role.EVERYONE) {
            event.getHook().deleteOriginal().queue(done -> {}, Answering::lost);
            event.getHook()
                    .setEphemeral(true)
                    .sendMessage(written(message, role))
                    .queue(done -> {}, Answering::lost);
            return;
        }
        event.getHook()
                .editOriginal(MessageEditData.fromCreateData(written(message, role)))
                .queue(done -> {}, Answering::lost);
    }

    private MessageCreateData written(Message message, Role role) {
        Sheet sheet = Sheet.of(message);
        return Written.page(sheet, 0, pages.keep(sheet, role));
    }

    private static boolean isPrivate(Message message, Role role) {
        return role != Role.EVERYONE || message.tone() == Tone.ERROR;
    }

    private static Message fault(Throwable bug) {
        LOG.error("an answer failed with a fault of ours", bug);
        return Message.of(Tone.ERROR, "That failed with a fault of the bot's own; its log has the details.");
    }

    /** The asker does not see the answer; asking again is all that helps. */
    static void lost(Throwable failed) {
        LOG.info("an answer did not reach Discord: {}", String.valueOf(failed.getMessage()));
    }
}
