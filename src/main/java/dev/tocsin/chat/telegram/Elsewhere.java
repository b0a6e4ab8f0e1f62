package dev.tocsin.chat.telegram;

import dev.tocsin.command.Caller;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Role;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.message.Tone;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chat.ChatFullInfo;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberAdministrator;

/**
 * Which channel a command is meant for: the one it is said in, or, where it concerns a channel, one that it names first:
 * {@code /subscribe @news high}, or by the id. Safe for use by many threads; a call may ask Telegram.
 */
final class Elsewhere {
    private static final Pattern NAMED = Pattern.compile("\\s+@(-\\d{5,18}|[A-Za-z]\\w{3,31})(\\s.*)?", Pattern.DOTALL);
    private static final int TITLE = 60;

    private final Callers callers;
    private final Voice voice;
    private final long bot;

    /** For that bot, by its user id. */
    Elsewhere(Callers callers, Voice voice, long bot) {
        this.callers = callers;
        this.voice = voice;
        this.bot = bot;
    }

    /** What a command is meant for. */
    sealed interface Meant {
        /**
         * A channel.
         *
         * @param head the command up to its first value, with the blank before that
         * @param rest its values, with the blank before them
         * @param title of a channel that is not the one it was said in
         */
        record In(Caller caller, String head, String rest, Optional<String> title) implements Meant {}

        record Refused(Message why) implements Meant {}
    }

    /** The command with that channel named. */
    static String head(CommandSpec spec, long channel) {
        return head(spec) + "@" + channel + " ";
    }

    private static String head(CommandSpec spec) {
        return "/" + spec.name() + " ";
    }

    /** Where the command is one that does not concern a channel, the one it is said in. */
    Meant of(Asker asker, CommandSpec spec, String rest) {
        Matcher named = NAMED.matcher(rest);
        if (spec.role() != Role.CHANNEL_MANAGER || !named.matches()) {
            return new Meant.In(asker.caller(), head(spec), rest, Optional.empty());
        }
        String after = Optional.ofNullable(named.group(2)).orElse("");
        return asker.speaker() instanceof Speaker.Person
                ? there(asker, spec, named.group(1), after)
                : refused("It cannot be told who asks; ask in a chat with the bot alone.");
    }

    private Meant there(Asker asker, CommandSpec spec, String name, String rest) {
        String shown = name.startsWith("-") ? name : "@" + name;
        Optional<ChatFullInfo> found = voice.send(new GetChat(shown));
        if (found.isEmpty()) {
            return refused("Telegram shows the bot no channel " + shown
                    + "; make the bot an administrator of it who may post, then ask again.");
        }
        Chat channel = found.get();
        String title = OutsideText.cut(Optional.ofNullable(channel.getTitle()).orElse(shown), TITLE);
        if (!channel.isChannelChat()) {
            return refused(shown + " is no channel; ask in that chat itself.");
        }
        if (!posts(channel)) {
            return refused("The bot may not post in " + title
                    + "; make it an administrator of the channel who may, then ask again.");
        }
        return new Meant.In(callers.in(channel, asker), head(spec, channel.getId()), rest, Optional.of(title));
    }

    private boolean posts(Chat channel) {
        return voice.send(GetChatMember.builder()
                        .chatId(channel.getId())
                        .userId(bot)
                        .build())
                .filter(ChatMemberAdministrator.class::isInstance)
                .map(ChatMemberAdministrator.class::cast)
                .filter(admin -> Boolean.TRUE.equals(admin.getCanPostMessages()))
                .isPresent();
    }

    private static Meant refused(String why) {
        return new Meant.Refused(Message.of(Tone.ERROR, why));
    }
}
