package dev.tocsin.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Notices that the config has changed, by its content, whatever way it came there: written over, renamed into place, or
 * by a link that points elsewhere now. Editors and deployments write in pieces, so that a content which reads well
 * counts once it was the same in two checks in a row, and one that does not, or a file that is gone, once it was so in
 * {@value #PATIENCE}; one that never rests counts in its {@value #PATIENCE}th check, if it reads well. Used by one
 * thread.
 */
public final class ConfigWatch {
    static final int PATIENCE = 4;

    private final ConfigFile file;
    private final ConfigReader reader;
    private ConfigFile.Content known;
    private ConfigFile.Content last;
    /** Checks in a row that saw the last content. */
    private int steady;
    /** Checks in a row that saw another content than the known one. */
    private int changed;

    private ConfigWatch(ConfigFile file, ConfigReader reader, ConfigFile.Content known) {
        this.file = file;
        this.reader = reader;
        this.known = known;
        this.last = known;
    }

    /** A watch that begins with the content that is there now, and what that reads as. */
    public record Begun(ConfigWatch watch, ConfigReading first) {}

    /** Reads the file and watches it from this content on. */
    public static Begun begin(Path path, ConfigReader reader) {
        ConfigFile file = new ConfigFile(path);
        ConfigFile.Content first = file.content();
        return new Begun(new ConfigWatch(file, reader, first), reader.read(path, first));
    }

    /** What a new content reads as; empty while there is none. Call it about once a second. */
    public Optional<ConfigReading> check() {
        if (!file.isWatchable()) {
            return Optional.empty();
        }
        ConfigFile.Content now = file.content();
        steady = now.equals(last) ? steady + 1 : 1;
        last = now;
        changed = now.equals(known) ? 0 : changed + 1;
        return changed == 0 || (steady < 2 && changed < PATIENCE) ? Optional.empty() : counted(now);
    }

    private Optional<ConfigReading> counted(ConfigFile.Content content) {
        ConfigReading reading = reader.read(file.path(), content);
        if (reading instanceof ConfigReading.Bad && steady < PATIENCE) {
            return Optional.empty();
        }
        known = content;
        changed = 0;
        return Optional.of(reading);
    }
}
