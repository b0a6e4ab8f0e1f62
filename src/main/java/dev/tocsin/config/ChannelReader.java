package dev.tocsin.config;

import dev.tocsin.command.Nearest;
import dev.tocsin.core.notice.ChannelRef;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads where notices go, and tells of what no notice would ever reach. */
final class ChannelReader {
    static final String DISCORD = "discord";
    static final String TELEGRAM = "telegram";
    static final List<String> PLATFORMS = List.of("console", DISCORD, TELEGRAM);

    private static final Pattern CHAT = Pattern.compile("-?\\d{1,18}(/\\d{1,10})?");

    private final Problems problems;
    private final View root;

    /**
     * A reader.
     *
     * @param root of the file, which says which platforms the bot connects to
     */
    ChannelReader(Problems problems, View root) {
        this.problems = problems;
        this.root = root;
    }

    /** The channel; empty where the text is none, which was said before, and where its platform is unknown. */
    Optional<ChannelRef> read(Node.Text text) {
        Optional<ChannelRef> channel = parse(text.value());
        channel.ifPresent(one -> reach(one, text.place()));
        return channel.filter(one -> PLATFORMS.contains(one.platform()));
    }

    /** What is wrong with a platform that is none. */
    static String unknown(String platform) {
        return "no platform is called " + platform
                + Nearest.to(platform, PLATFORMS)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; expected one of " + String.join(", ", PLATFORMS));
    }

    private void reach(ChannelRef channel, Node.Place place) {
        switch (channel.platform()) {
            case "console" -> {}
            case DISCORD -> discord(channel, place);
            case TELEGRAM -> telegram(channel, place);
            default -> problems.add(place, unknown(channel.platform()));
        }
    }

    private void discord(ChannelRef channel, Node.Place place) {
        if (!Forms.DISCORD_ID.form().matcher(channel.address()).matches()) {
            problems.add(
                    place,
                    "\"" + channel.address()
                            + "\" is no id; expected discord: and the channel's id, a number (Copy Channel ID)");
        } else {
            connected(DISCORD, place);
        }
    }

    private void telegram(ChannelRef channel, Node.Place place) {
        if (!CHAT.matcher(channel.address()).matches()) {
            problems.add(
                    place,
                    "\"" + channel.address()
                            + "\" is no chat; expected telegram: and the chat's id, such as telegram:-1001234567890,"
                            + " or that, a slash and a topic's id");
        } else {
            connected(TELEGRAM, place);
        }
    }

    private void connected(String platform, Node.Place place) {
        if (root.node(platform).isEmpty()) {
            problems.warn(place, "its notices wait: the file has no " + platform + ".token");
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
