package dev.tocsin.config;

import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.AddressRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads where targets of chat may point. */
final class SecurityReader {
    private SecurityReader() {}

    static AddressPolicy read(View view) {
        List<AddressRange> ranges = new ArrayList<>();
        for (Node.Text text : view.texts("allow")) {
            Optional<AddressRange> range = AddressRange.parse(text.value());
            range.ifPresentOrElse(
                    ranges::add,
                    () -> view.problems()
                            .add(text.place(), "is no address range; expected one such as 10.20.0.0/16 or fd00::/8"));
        }
        Set<Integer> ports = view.wholes("ports").stream()
                .filter(port -> port >= 1 && port <= 65_535)
                .map(Long::intValue)
                .collect(Collectors.toSet());
        return new AddressPolicy(ranges, ports);
    }
}
