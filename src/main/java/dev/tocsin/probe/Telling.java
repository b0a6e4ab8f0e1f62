package dev.tocsin.probe;

import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which of the addresses' failures stands for the whole attempt to connect. */
final class Telling {
    private Telling() {}

    /**
     * The later one, unless it only says that this machine has no way to the address at all: where IPv6 is missing here,
     * that would hide how the server's IPv4 address failed.
     */
    static IOException of(@Nullable IOException earlier, IOException later) {
        return earlier == null || isReplaced(earlier, later) ? later : earlier;
    }

    /** Whether the later one stands and not the earlier. */
    static boolean isReplaced(IOException earlier, IOException later) {
        return !hasNoWay(later) || hasNoWay(earlier);
    }

    private static boolean hasNoWay(IOException failed) {
        return Stream.<Throwable>iterate(failed, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .map(Throwable::getMessage)
                .anyMatch(text -> text != null
                        && (text.contains("Network is unreachable") || text.contains("Protocol family unavailable")));
    }
}
