package dev.tocsin.chat.discord;

import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.notice.Bell;
import java.util.Optional;
import java.util.OptionalLong;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * A notice in the form in which it is tried.
 *
 * @param key the same for every attempt
 * @param reply the message in the same place that this one answers
 */
record Letter(Sheet sheet, Form form, String key, OptionalLong reply, Bell bell) {
    private static final int TITLE = 100;

    /** What Discord is given to show. */
    enum Form {
        EMBEDS,
        WORDS
    }

    static Letter of(Sheet sheet, String key, Bell bell) {
        return new Letter(sheet, Form.EMBEDS, key, OptionalLong.empty(), bell);
    }

    /** Made anew for every attempt: JDA uses up what it sends. */
    MessageCreateData message() {
        MessageCreateData message = switch (form) {
            case EMBEDS -> Written.notice(sheet);
            case WORDS -> Written.plain(sheet);
        };
        return bell == Bell.RINGS
                ? message
                : MessageCreateBuilder.from(message)
                        .setSuppressedNotifications(true)
                        .build();
    }

    Letter answering(long message) {
        return new Letter(sheet, form, key, OptionalLong.of(message), bell);
    }

    Letter alone() {
        return new Letter(sheet, form, key, OptionalLong.empty(), bell);
    }

    Letter inWords() {
        return new Letter(sheet, Form.WORDS, key, reply, bell);
    }

    /** Its files are left out, and it says so. */
    Letter withoutFiles(String why) {
        return new Letter(sheet.withFiles(0, why), Form.EMBEDS, key, reply, bell);
    }

    /** Its first line, for what needs a name. */
    String title() {
        String line = sheet.pages().getFirst().lines().findFirst().orElse("");
        String title = OutsideText.cut(line.replaceAll("\\\\(.)|\\*\\*|`", "$1"), TITLE);
        return Optional.of(title).filter(shown -> !shown.isBlank()).orElse("Tocsin");
    }
}
