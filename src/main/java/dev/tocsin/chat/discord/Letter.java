package dev.tocsin.chat.discord;

import dev.tocsin.core.message.OutsideText;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * A notice in the form in which it is tried.
 *
 * @param form makes it anew for every attempt: JDA uses up what it sends
 * @param key the same for every attempt
 * @param reply the message in the same place that this one answers
 */
record Letter(Sheet sheet, Supplier<MessageCreateData> form, String key, OptionalLong reply) {
    private static final int TITLE = 100;

    static Letter of(Sheet sheet, String key, OptionalLong reply) {
        return new Letter(sheet, () -> Written.notice(sheet), key, reply);
    }

    Letter answering(long message) {
        return new Letter(sheet, form, key, OptionalLong.of(message));
    }

    Letter alone() {
        return new Letter(sheet, form, key, OptionalLong.empty());
    }

    Letter inWords() {
        return new Letter(sheet, () -> Written.plain(sheet), key, reply);
    }

    /** Its files are left out, and it says so. */
    Letter withoutFiles(String why) {
        return of(sheet.withFiles(0, why), key, reply);
    }

    /** Its first line, for what needs a name. */
    String title() {
        String line = sheet.pages().getFirst().lines().findFirst().orElse("");
        String title = OutsideText.cut(line.replaceAll("\\\\(.)|\\*\\*|`", "$1"), TITLE);
        return Optional.of(title).filter(shown -> !shown.isBlank()).orElse("Tocsin");
    }
}
