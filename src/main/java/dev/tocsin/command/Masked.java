package dev.tocsin.command;

import dev.tocsin.core.message.OutsideText;
import java.util.regex.Pattern;

/** A typed line as the audit may keep it: without secrets. Pure. */
final class Masked {
    private static final int LONGEST = 500;
    private static final Pattern NAMED =
            Pattern.compile("(?i)((?:token|password|passwd|secret|api[_-]?key|authorization|bearer)\\s*[=: ]\\s*)\\S+");
    private static final Pattern IN_URL = Pattern.compile("(://)[^/@\\s]+@");

    private Masked() {}

    static String line(String line) {
        String named = NAMED.matcher(line).replaceAll("$1***");
        return OutsideText.cut(IN_URL.matcher(named).replaceAll("$1***@"), LONGEST);
    }
}
