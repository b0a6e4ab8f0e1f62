package dev.tocsin.config;

import dev.tocsin.core.network.Grouping;
import dev.tocsin.core.network.LookupZones;
import dev.tocsin.core.network.SharedFrontEnds;
import dev.tocsin.core.target.AddressRange;
import dev.tocsin.core.target.NetworkId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how targets group: the prefixes and operators of networks, and the section {@code grouping}. */
final class GroupingReader {
    private static final String ASKS_NOBODY = "has no effect while grouping.lookup is off; expected lookup to be cymru";

    private final Problems problems;

    GroupingReader(Problems problems) {
        this.problems = problems;
    }

    Grouping read(View root) {
        View view = root.view("grouping");
        Map<NetworkId, String> operators = new HashMap<>();
        root.views("networks")
                .forEach(network -> id(network)
                        .ifPresent(id -> network.text("operator").ifPresent(operator -> operators.put(id, operator))));
        return new Grouping(operators, prefixes(root), shared(view), lookup(view));
    }

    private List<Grouping.Prefix> prefixes(View root) {
        Map<AddressRange, Node.Place> seen = new HashMap<>();
        List<Grouping.Prefix> prefixes = new ArrayList<>();
        for (View network : root.views("networks")) {
            for (Node.Text text : network.texts("prefixes")) {
                AddressRange.parse(text.value()).map(AddressRange::aligned).ifPresent(range -> {
                    unique(seen, range, text);
                    id(network).ifPresent(id -> prefixes.add(new Grouping.Prefix(range, id)));
                });
            }
        }
        return prefixes;
    }

    private void unique(Map<AddressRange, Node.Place> seen, AddressRange range, Node.Text text) {
        Node.Place before = seen.putIfAbsent(range, text.place());
        if (before != null) {
            problems.add(
                    text.place(),
                    "\"" + text.value() + "\" is taken by line " + before.line() + "; expected another one");
        }
    }

    private static SharedFrontEnds shared(View view) {
        return view.node("shared").isEmpty()
                ? SharedFrontEnds.USUAL
                : SharedFrontEnds.of(
                        view.texts("shared").stream().map(Node.Text::value).toList());
    }

    private Optional<LookupZones> lookup(View view) {
        if (view.text("lookup").orElse("off").equals("off")) {
            for (String key : List.of("zones", "resolver")) {
                view.node(key).ifPresent(node -> problems.warn(node.place(), ASKS_NOBODY));
            }
            return Optional.empty();
        }
        View zones = view.view("zones");
        return Optional.of(new LookupZones(
                zones.text("origin").orElse(LookupZones.CYMRU.origin()),
                zones.text("origin6").orElse(LookupZones.CYMRU.origin6()),
                zones.text("names").orElse(LookupZones.CYMRU.names()),
                RouteReader.resolver(view, Optional.empty())));
    }

    private static Optional<NetworkId> id(View network) {
        return network.text("id")
                .filter(text -> NetworkId.FORM.matcher(text).matches())
                .map(NetworkId::new);
    }
}
