package dev.tocsin.chat.discord;

import dev.tocsin.core.message.Clockface;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.message.Span;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines in Discord's markdown; no text from outside can format, mention, link or hide anything. Pure. */
final class Markdown {
    /** What begins or ends a form anywhere; what does so at the start of a line; links; and names of emoji. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\*_~`|>\\[\\]<@]|^[#+-]|:(?=//|[\\w+~-]+:)");

    /** What hides, turns or ends text; what joins emoji is not. */
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\u200D]]");

    private Markdown() {}

    static String line(Line line) {
        return line.spans().stream().map(Markdown::span).collect(Collectors.joining());
    }

    private static String span(Span span) {
        return switch (span) {
            case Span.Plain(String text) -> spaced(text, plain(text));
            case Span.Strong(String text) -> spaced(text, strong(text));
            case Span.Code(String text) -> code(text);
            case Span.Time time ->
                plain(Clockface.full(time.at(), time.zone()))
                        + String.format(Locale.ROOT, " (<t:%d:R>)", time.at().getEpochSecond());
        };
    }

    static String plain(String text) {
        return SPECIAL.matcher(OutsideText.clean(text)).replaceAll("\\\\$0");
    }

    static String strong(String text) {
        String shown = plain(text);
        return shown.isEmpty() ? "" : "**" + shown + "**";
    }

    static String code(String text) {
        String shown = OutsideText.clean(text).replace('`', 'ˋ');
        return shown.isEmpty() ? "" : "`" + shown + "`";
    }

    /** Text whose columns line up; what would end the block is taken out of it. */
    static String fixed(String text) {
        return "```\n"
                + text.lines()
                        .map(line -> UNSHOWN.matcher(line).replaceAll("?").replace('`', 'ˋ'))
                        .collect(Collectors.joining("\n"))
                + "\n```";
    }

    /** Spans join, so the blanks at their ends stay. */
    private static String spaced(String text, String shown) {
        String before = text.startsWith(" ") ? " " : "";
        String after = text.length() > 1 && text.endsWith(" ") ? " " : "";
        return before + shown + after;
    }
}
