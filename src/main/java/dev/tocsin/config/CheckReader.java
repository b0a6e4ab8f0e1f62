package dev.tocsin.config;

import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes checks of what the config says, and tells what cannot be one. */
final class CheckReader {
    private static final int LEAST_TOKEN = 16;

    private final Secrets secrets;
    private final Set<TargetKind> kinds;

    /**
     * A reader.
     *
     * @param kinds a check may be of
     */
    CheckReader(Secrets secrets, Set<TargetKind> kinds) {
        this.secrets = secrets;
        this.kinds = kinds;
    }

    /**
     * What is looked at; empty, with the problem said, where there is not exactly one kind.
     *
     * @param inherited who is asked for addresses where the check names nobody
     */
    Optional<Check> read(View view, Optional<NameServer> inherited) {
        List<TargetKind> found =
                kinds.stream().filter(kind -> view.node(kind.key()).isPresent()).toList();
        if (found.isEmpty()) {
            view.problems()
                    .add(view.place(), "does not say what is looked at; expected one of " + TargetKind.list(kinds));
            return Optional.empty();
        }
        if (found.size() > 1) {
            view.problems()
                    .add(
                            view.place(),
                            "has both \"" + found.get(0).key() + "\" and \""
                                    + found.get(1).key() + "\"; expected one of them");
            return Optional.empty();
        }
        TargetKind kind = found.getFirst();
        strangers(view, kind);
        return read(view, kind, inherited);
    }

    private Optional<Check> read(View view, TargetKind kind, Optional<NameServer> inherited) {
        return switch (kind) {
            case URL -> new HttpReader(secrets).read(view, inherited);
            case TCP -> TcpReader.read(view, secrets, inherited);
            case TLS -> TlsReader.read(view, secrets, inherited);
            case DNS -> DnsReader.read(view, inherited);
            case ICMP -> icmp(view, inherited);
            case HEARTBEAT -> heartbeat(view);
        };
    }

    /** Says which options are those of other kinds. */
    private void strangers(View view, TargetKind kind) {
        view.object().members().forEach((key, member) -> {
            Set<TargetKind> owners = TargetKind.owners(key);
            if (!owners.isEmpty() && !kind.knows(key)) {
                view.problems()
                        .add(
                                member.place(),
                                "belongs to " + TargetKind.list(owners) + "; \"" + kind.key()
                                        + "\" has no such option");
            }
        });
    }

    private static Optional<Check> icmp(View view, Optional<NameServer> inherited) {
        return view.text("icmp")
                .filter(text -> !text.isBlank())
                .map(host -> new Check.Icmp(
                        Endpoints.bare(host),
                        view.whole("count", 1, 20).orElse(3),
                        view.whole("mostLost", 0, 99).orElse(50),
                        RouteReader.read(view, inherited),
                        view.length("slow")));
    }

    private Optional<Check> heartbeat(View view) {
        if (view.node("within").isEmpty()) {
            view.problems().add(view.place(), "the key \"within\" is missing; expected it beside \"heartbeat\"");
        }
        Optional<Secret> token = view.node("heartbeat")
                .filter(Node.Text.class::isInstance)
                .flatMap(node -> secrets.fetch((Node.Text) node));
        if (token.isPresent() && token.get().reveal().length() < LEAST_TOKEN) {
            view.problems()
                    .add(
                            view.placeOf("heartbeat"),
                            "can be guessed; expected a token of " + LEAST_TOKEN + " or more characters");
        }
        return token.flatMap(secret -> view.length("within").map(within -> new Check.Heartbeat(secret, within)));
    }
}
