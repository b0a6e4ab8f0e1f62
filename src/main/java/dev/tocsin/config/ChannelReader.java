package dev.tocsin.config;

import dev.tocsin.command.Nearest;
import dev.tocsin.core.notice.ChannelRef;
import java.util.List;
import java.util.Optional;

/** Reads where notices go, and tells of what no notice would ever reach. */
final class ChannelReader {
    private static final String CONNECTED = "console";
    private static final List<String> PLATFORMS = List.of(CONNECTED, "discord", "telegram");

    private ChannelReader() {}

    /** The channel; empty where the text is none, which was said before, and where its platform is unknown. */
    static Optional<ChannelRef> read(Node.Text text, Problems problems) {
        Optional<ChannelRef> channel = parse(text.value());
        channel.ifPresent(one -> reach(one.platform(), text.place(), problems));
        return channel.filter(one -> PLATFORMS.contains(one.platform()));
    }

    private static void reach(String platform, Node.Place place, Problems problems) {
        if (!PLATFORMS.contains(platform)) {
            problems.add(
                    place,
                    "no platform is called " + platform
                            + Nearest.to(platform, PLATFORMS)
                                    .map(near -> "; did you mean " + near + "?")
                                    .orElse("; expected one of " + String.join(", ", PLATFORMS)));
        } else if (!platform.equals(CONNECTED)) {
            problems.warn(place, "its notices wait: this version does not connect to " + platform + " yet");
        }
    }

    private static Optional<ChannelRef> parse(String text) {
        try {
            return Optional.of(ChannelRef.parse(text));
        } catch (IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }
}
