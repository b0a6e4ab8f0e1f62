package dev.tocsin.command;

import dev.tocsin.core.notice.ChannelRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How the bot is set up, for those who run it.
 *
 * @param configFile where the config was read from
 * @param readAt when the config in force was read
 * @param problems what is wrong with a newer version of the file that was refused; empty where none was
 * @param warnings what the config in force asks for that has no effect
 * @param admins who may do everything, as {@code platform:name}
 * @param operators channels that hear of the bot's own troubles
 * @param store where the store is
 * @param keepLooks for how long looks are kept
 */
public record Administration(
        String configFile,
        Instant readAt,
        List<String> problems,
        List<String> warnings,
        List<String> admins,
        List<ChannelRef> operators,
        String store,
        Duration keepLooks) {
    public Administration {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
        admins = List.copyOf(admins);
        operators = List.copyOf(operators);
    }
}
