package dev.tocsin.replay;

import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.TargetId;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads recorded histories. Used by one thread, once. */
public final class RecordingReader {
    private final List<Flaw> flaws = new ArrayList<>();

    /** What came of reading. */
    public sealed interface Reading {
        /**
         * A history with one row at least.
         *
         * @param addresses of the targets whose addresses are known
         */
        record Good(Recording recording, Map<TargetId, URI> addresses) implements Reading {
            public Good {
                addresses = Map.copyOf(addresses);
            }
        }

        /** Everything that is wrong. */
        record Bad(List<Flaw> flaws) implements Reading {
            public Bad {
                flaws = List.copyOf(flaws);
            }
        }
    }

    /**
     * Reads a history.
     *
     * @param vantage whose looks are wanted, where the rows tell several
     */
    public Reading read(Sources sources, Optional<Vantage> vantage) {
        Recording recording = new Recording();
        rows(sources.events(), recording, vantage);
        Map<TargetId, URI> addresses = new HashMap<>();
        sources.targets().ifPresent(file -> addresses(file, addresses));
        if (flaws.isEmpty() && recording.targets().isEmpty()) {
            flaws.add(new Flaw(
                    sources.events().toString(),
                    0,
                    "holds no row" + vantage.map(from -> " from " + from).orElse("")));
        }
        return flaws.isEmpty() ? new Reading.Good(recording, addresses) : new Reading.Bad(flaws);
    }

    private void rows(Path file, Recording recording, Optional<Vantage> vantage) {
        TreeSet<String> vantages = new TreeSet<>();
        Csv.read(
                file,
                LookRow.NEEDED,
                line -> LookRow.read(line, at(file, line)).ifPresent(row -> {
                    row.vantage().map(Vantage::name).ifPresent(vantages::add);
                    if (row.vantage().isEmpty()
                            || vantage.isEmpty()
                            || row.vantage().equals(vantage)) {
                        recording.add(row.target(), row.at(), row.finding());
                    }
                }),
                flaws);
        if (vantage.isEmpty() && vantages.size() > 1) {
            flaws.add(new Flaw(
                    file.toString(),
                    0,
                    "holds looks from " + String.join(", ", vantages) + "; choose one of them with --vantage"));
        }
    }

    private void addresses(Path file, Map<TargetId, URI> addresses) {
        Csv.read(
                file,
                List.of(List.of("target", "slug"), List.of("url")),
                line -> LookRow.target(line.field("target", "slug").orElse(""), at(file, line))
                        .ifPresent(target -> address(line.field("url").orElse(""), at(file, line))
                                .ifPresent(url -> addresses.put(target, url))),
                flaws);
    }

    private static Optional<URI> address(String text, Consumer<String> wrong) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            URI url = new URI(text);
            if (text.matches("https?://.*") && url.getHost() != null) {
                return Optional.of(url);
            }
        } catch (URISyntaxException none) {
            // Told below, as any other text that is no URL.
        }
        wrong.accept("url is \"" + text + "\"; expected an http or https URL, or nothing");
        return Optional.empty();
    }

    private Consumer<String> at(Path file, Csv.Line line) {
        return text -> flaws.add(new Flaw(file.toString(), line.number(), text));
    }
}
