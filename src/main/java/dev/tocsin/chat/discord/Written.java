package dev.tocsin.chat.discord;

import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.notice.Manner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** Sheets as messages that Discord takes. Pure. */
final class Written {
    static final String DO = "do:";
    private static final int MOST_BUTTONS = 5;
    private static final int MOST_FILES = 10;

    /** Discord takes 2,000 characters. */
    private static final int PLAIN = 1_990;

    /** Discord takes 6,000 characters over all embeds of a message. */
    private static final int MOST_OF_ALL = 5_900;

    private static final String FENCE = "```";
    private static final String MORE = "… and %d more lines: `/status` and `/incidents` show how it is.";

    private Written() {}

    /** One page with its buttons, and the documents where it is the first. */
    static MessageCreateData page(Sheet sheet, int page, List<Button> turning) {
        return builder(sheet, page, turning).build();
    }

    private static MessageCreateBuilder builder(Sheet sheet, int page, List<Button> turning) {
        MessageCreateBuilder message = new MessageCreateBuilder()
                .setEmbeds(page == 0 ? first(sheet) : embed(sheet, sheet.pages().get(page)))
                .setAllowedMentions(List.of())
                .mentionRepliedUser(false);
        if (page == 0) {
            message.setFiles(sheet.files().first(MOST_FILES).uploads());
        }
        List<Button> buttons = sheet.suggestions().stream()
                .filter(one -> DO.length() + one.command().length() <= Button.ID_MAX_LENGTH)
                .collect(Collectors.toMap(
                        Message.Suggestion::command, one -> one, (one, again) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .limit(MOST_BUTTONS)
                .map(Written::button)
                .toList();
        if (!turning.isEmpty()) {
            message.addComponents(ActionRow.of(turning));
        }
        if (!buttons.isEmpty()) {
            message.addComponents(ActionRow.of(buttons));
        }
        return message;
    }

    /** As much as fits one message, with a word of what does not: notices are not turned over. */
    static MessageCreateData notice(Sheet sheet) {
        Sheet fitting = sheet.withFiles(MOST_FILES, "Discord takes no more in one message");
        MessageCreateBuilder message = builder(fitting, 0, List.of());
        if (fitting.pages().size() > 1) {
            int room = MOST_OF_ALL - fitting.pages().getFirst().length();
            message.addEmbeds(embed(fitting, head(rest(fitting), room)));
        }
        return calling(message, fitting).build();
    }

    /** Words alone, with the files, for channels that take no more. */
    static MessageCreateData plain(Sheet sheet) {
        Sheet fitting = sheet.withFiles(MOST_FILES, "Discord takes no more in one message");
        String text = head(
                fitting.pages().getFirst() + "\n" + rest(fitting),
                PLAIN - names(sheet).length());
        MessageCreateBuilder message = new MessageCreateBuilder()
                .setFiles(fitting.files().uploads())
                .setSuppressEmbeds(true)
                .setAllowedMentions(List.of())
                .mentionRepliedUser(false);
        return calling(message, fitting)
                .setContent((names(sheet) + "\n" + text).strip())
                .build();
    }

    /** Nobody else is called, whatever the words hold. */
    private static MessageCreateBuilder calling(MessageCreateBuilder message, Sheet sheet) {
        return message.setContent(names(sheet))
                .mentionRoles(ids(sheet, Manner.Mention.Kind.ROLE))
                .mentionUsers(ids(sheet, Manner.Mention.Kind.USER));
    }

    private static List<String> ids(Sheet sheet, Manner.Mention.Kind kind) {
        return sheet.called().stream()
                .filter(one -> one.kind() == kind)
                .map(Manner.Mention::id)
                .toList();
    }

    private static String names(Sheet sheet) {
        return sheet.called().stream()
                .map(one -> (one.kind() == Manner.Mention.Kind.ROLE ? "<@&" : "<@") + one.id() + ">")
                .collect(Collectors.joining(" "));
    }

    /** With the picture, where there is one. */
    private static MessageEmbed first(Sheet sheet) {
        EmbedBuilder embed = new EmbedBuilder()
                .setColor(sheet.colour())
                .setDescription(sheet.pages().getFirst());
        sheet.files().picture().ifPresent(picture -> embed.setImage("attachment://" + picture.fileName()));
        return embed.build();
    }

    private static MessageEmbed embed(Sheet sheet, String text) {
        return new EmbedBuilder().setColor(sheet.colour()).setDescription(text).build();
    }

    private static String rest(Sheet sheet) {
        return String.join("\n", sheet.pages().subList(1, sheet.pages().size()));
    }

    /** The text's first lines, and how many are left out where it is longer than {@code most} characters. */
    static String head(String text, int most) {
        String all = text.strip();
        if (all.length() <= most) {
            return all;
        }
        int room = most - MORE.length() - 20;
        int line = all.lastIndexOf('\n', room);
        int end = line > room / 2 ? line : room;
        end = Character.isHighSurrogate(all.charAt(end - 1)) ? end - 1 : end;
        String shown = all.substring(0, end);
        boolean open = shown.split(FENCE, -1).length % 2 == 0;
        long left = all.substring(end)
                .lines()
                .filter(one -> !one.isBlank() && !one.equals(FENCE))
                .count();
        return (open ? shown + "\n" + FENCE : shown) + "\n" + String.format(Locale.ROOT, MORE, left);
    }

    private static Button button(Message.Suggestion suggestion) {
        String label = OutsideText.cut(suggestion.label(), Button.LABEL_MAX_LENGTH);
        return Button.secondary(
                DO + suggestion.command(),
                label.isEmpty() ? OutsideText.cut(suggestion.command(), Button.LABEL_MAX_LENGTH) : label);
    }
}
