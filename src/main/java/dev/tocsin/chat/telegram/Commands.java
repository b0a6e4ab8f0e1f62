package dev.tocsin.chat.telegram;

import dev.tocsin.command.Caller;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Desk;
import dev.tocsin.command.Role;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;

/** What people type. Safe for use by many threads, which it blocks. */
final class Commands {
    /** What was asked longer ago is not what is wanted now. */
    static final Duration FRESH = Duration.ofMinutes(5);

    private static final String START = "start";

    private final Desk desk;
    private final Callers callers;
    private final Myself myself;
    private final Choices choices;
    private final Answers answers;
    private final Set<Long> toldAway = ConcurrentHashMap.newKeySet();

    Commands(Desk desk, Callers callers, Myself myself, Answers answers) {
        this.desk = desk;
        this.callers = callers;
        this.myself = myself;
        this.choices = new Choices(desk);
        this.answers = answers;
    }

    /**
     * Answers what is meant for the bot; the rest is none of its business.
     *
     * @param now Telegram's time, where it is known
     */
    void said(org.telegram.telegrambots.meta.api.objects.message.Message message, Optional<Instant> now) {
        Optional<Speaker> speaker = Speaker.of(message);
        String text = message.getText();
        if (speaker.isEmpty() || text == null || message.getForwardOrigin() != null) {
            return;
        }
        Optional<Typed> typed = Typed.of(text);
        if (!isForMe(message.getChat(), typed)) {
            return;
        }
        Address at = Address.of(message);
        if (now.filter(time -> isOld(message.getDate(), time)).isPresent()) {
            away(at, message);
            return;
        }
        toldAway.remove(at.chat());
        if (typed.filter(one -> one.name().equalsIgnoreCase(START)).isPresent()) {
            answers.reply(at, message.getMessageId(), Welcome.hello(), Role.EVERYONE);
            return;
        }
        answer(callers.of(speaker.get(), message.getChat(), at), at, message.getMessageId(), line(text, typed));
    }

    /** Answers a line as the desk does. */
    void answer(Caller caller, Address at, int to, String line) {
        answers.reply(at, to, answered(caller, line), role(line));
    }

    /** What the desk says, with what may have been meant. */
    Message answered(Caller caller, String line) {
        Message answer = desk.answer(caller, line);
        return Typed.of(line)
                .flatMap(
                        typed -> typed.spec(desk.specs()).map(spec -> choices.with(caller, spec, typed.rest(), answer)))
                .orElse(answer);
    }

    /** The least that somebody must be to read what is answered to the line. */
    Role role(String line) {
        return Typed.of(line)
                .flatMap(typed -> typed.spec(desk.specs()))
                .map(CommandSpec::role)
                .orElse(Role.EVERYONE);
    }

    private String line(String text, Optional<Typed> typed) {
        return typed.map(one -> one.line(desk.specs())).orElseGet(() -> Typed.straight(text));
    }

    /** In private every word is; elsewhere commands that are the bot's, or are sent to it by its name. */
    private boolean isForMe(Chat chat, Optional<Typed> typed) {
        Optional<String> bot = typed.flatMap(Typed::bot);
        if (bot.isPresent()) {
            return myself.isCalled(bot.get());
        }
        return chat.isUserChat()
                || typed.filter(one -> one.spec(desk.specs()).isPresent()).isPresent();
    }

    private static boolean isOld(int seconds, Instant now) {
        return Instant.ofEpochSecond(seconds).plus(FRESH).isBefore(now);
    }

    private void away(Address at, org.telegram.telegrambots.meta.api.objects.message.Message message) {
        if (toldAway.add(at.chat())) {
            Message told = Message.of(
                            Tone.WARNING,
                            "The bot was away; nothing was done of what was asked more than 5 minutes ago.")
                    .fact("Then", Line.of("ask again, where it is still wanted"));
            answers.reply(at, message.getMessageId(), told, Role.EVERYONE);
        }
    }
}
