package dev.tocsin.practice;

import dev.tocsin.command.Practice;
import dev.tocsin.core.target.Control;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A few small services on loopback that can be switched off, so that the bot can be tried without a network. They are
 * probed like any other. Safe for use by many threads.
 */
public final class PracticeNetwork implements Practice, AutoCloseable {
    private static final String CONTROLS = "controls";

    private final Map<Scenery.Part, PracticeService> services = new LinkedHashMap<>();
    private final Map<String, PracticeService> controls = new LinkedHashMap<>();

    private PracticeNetwork() {}

    /** Starts every service on a free loopback port; throws if loopback has none. */
    public static PracticeNetwork start() throws IOException {
        PracticeNetwork network = new PracticeNetwork();
        try {
            for (Scenery.Part part : Scenery.services()) {
                network.services.put(part, PracticeService.start(part.name()));
            }
            for (String name : Scenery.controls()) {
                network.controls.put(name, PracticeService.start(name));
            }
            return network;
        } catch (IOException none) {
            network.close();
            throw none;
        }
    }

    /** Ids of the targets, whether it is started or not. */
    public static Set<String> targetIds() {
        return Scenery.services().stream().map(Scenery.Part::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Ids of the networks, whether it is started or not. */
    public static Set<String> networkIds() {
        return Scenery.networks().stream().map(network -> network.id().value()).collect(Collectors.toUnmodifiableSet());
    }

    public List<Target> targets() {
        return services.entrySet().stream()
                .map(entry -> Scenery.target(entry.getKey(), entry.getValue().port()))
                .toList();
    }

    public List<Network> networks() {
        return Scenery.networks();
    }

    public List<Control> controls() {
        return controls.entrySet().stream()
                .map(entry -> Scenery.control(entry.getKey(), entry.getValue().port()))
                .toList();
    }

    @Override
    public List<String> names() {
        return Stream.of(
                        networks().stream().map(network -> network.id().value()),
                        Stream.of(CONTROLS),
                        services.keySet().stream().map(Scenery.Part::id))
                .flatMap(names -> names)
                .toList();
    }

    @Override
    public synchronized List<String> set(Mode mode, Optional<String> name) {
        Map<String, PracticeService> chosen = new LinkedHashMap<>();
        if (name.isEmpty() && mode == Mode.RESTORE) {
            services.forEach((part, service) -> chosen.put(part.name(), service));
            chosen.putAll(controls);
        } else {
            chosen.putAll(chosen(name.orElse(Scenery.GOVERNMENT.id().value())));
        }
        chosen.values().forEach(service -> service.become(mode));
        return new ArrayList<>(chosen.keySet());
    }

    @Override
    public void close() {
        services.values().forEach(PracticeService::close);
        controls.values().forEach(PracticeService::close);
    }

    private Map<String, PracticeService> chosen(String name) {
        if (name.equals(CONTROLS)) {
            return controls;
        }
        Map<String, PracticeService> chosen = new LinkedHashMap<>();
        services.forEach((part, service) -> {
            if (part.id().equals(name) || part.network().id().value().equals(name)) {
                chosen.put(part.name(), service);
            }
        });
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("Nothing in the practice network is called '" + name + "'.");
        }
        return chosen;
    }
}
