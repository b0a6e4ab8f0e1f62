package dev.tocsin.command.builtin;

import dev.tocsin.core.notice.Manner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Roles and people as they are typed where they are to be called. Pure. */
final class Mentions {
    static final int MOST = 5;

    /** As Discord puts a mention that is chosen from its list, and as it is written by hand. */
    private static final Pattern TYPED = Pattern.compile("<@(&|!?)(\\d{1,19})>|(?:role|user):\\d{1,19}");

    private static final Pattern APART = Pattern.compile("[\\s,]+");

    private Mentions() {}

    /** Those that were typed, at most {@link #MOST}; nothing where a word is no mention. */
    static Optional<List<Manner.Mention>> read(String text) {
        List<Manner.Mention> mentions = new ArrayList<>();
        for (String word :
                APART.splitAsStream(text).filter(one -> !one.isEmpty()).toList()) {
            Matcher typed = TYPED.matcher(word);
            if (!typed.matches() || mentions.size() == MOST) {
                return Optional.empty();
            }
            mentions.add(
                    typed.group(2) == null
                            ? Manner.Mention.parse(word)
                            : new Manner.Mention(
                                    typed.group(1).equals("&") ? Manner.Mention.Kind.ROLE : Manner.Mention.Kind.USER,
                                    typed.group(2)));
        }
        return Optional.of(mentions);
    }
}
