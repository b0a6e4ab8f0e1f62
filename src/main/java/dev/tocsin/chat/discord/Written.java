package dev.tocsin.chat.discord;

import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** Sheets as messages that Discord takes. Pure. */
final class Written {
    static final String DO = "do:";
    private static final int MOST_BUTTONS = 5;
    private static final int PLAIN = 1_900;

    private Written() {}

    /** One page with its buttons, and the documents where it is the first. */
    static MessageCreateData page(Sheet sheet, int page, List<Button> turning) {
        MessageCreateBuilder message = new MessageCreateBuilder()
                .setEmbeds(new EmbedBuilder()
                        .setColor(sheet.colour())
                        .setDescription(sheet.pages().get(page))
                        .build())
                .setAllowedMentions(List.of())
                .mentionRepliedUser(false);
        if (page == 0) {
            sheet.documents().stream()
                    .limit(10)
                    .forEach(document -> message.addFiles(FileUpload.fromData(
                            document.text().getBytes(StandardCharsets.UTF_8), document.fileName())));
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
        return message.build();
    }

    /** The first page, with a word where there are more: notices are not turned over. */
    static MessageCreateData notice(Sheet sheet) {
        if (sheet.pages().size() == 1) {
            return page(sheet, 0, List.of());
        }
        String more = "\n… and more: `/status` and `/incidents` show it.";
        Sheet cut = new Sheet(
                List.of(sheet.pages().getFirst() + more), sheet.colour(), sheet.documents(), sheet.suggestions());
        return page(cut, 0, List.of());
    }

    /** Nothing but words, for channels that take no more. */
    static MessageCreateData plain(Sheet sheet) {
        String text = sheet.pages().getFirst();
        int end = Math.min(text.length(), PLAIN);
        end = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return new MessageCreateBuilder()
                .setContent(text.substring(0, end) + (end < text.length() ? "…" : ""))
                .setSuppressEmbeds(true)
                .setAllowedMentions(List.of())
                .mentionRepliedUser(false)
                .build();
    }

    private static Button button(Message.Suggestion suggestion) {
        String label = OutsideText.cut(suggestion.label(), Button.LABEL_MAX_LENGTH);
        return Button.secondary(
                DO + suggestion.command(),
                label.isEmpty() ? OutsideText.cut(suggestion.command(), Button.LABEL_MAX_LENGTH) : label);
    }
}
