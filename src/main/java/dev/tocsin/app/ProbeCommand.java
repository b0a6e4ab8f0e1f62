package dev.tocsin.app;

import dev.tocsin.chat.console.PlainText;
import dev.tocsin.command.look.LookReport;
import dev.tocsin.command.look.LookSentence;
import dev.tocsin.config.TypedCheck;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.Reach;
import dev.tocsin.engine.Timepiece;
import dev.tocsin.probe.Reports;
import dev.tocsin.probe.SocketProber;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at an address once, without a config or a store, and tells everything that was seen. */
@Command(
        name = "probe",
        description = "Looks at an address once and tells what was seen, phase by phase.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:it works, be it degraded", "1:it is down, or could not be judged", "2:wrong usage"})
final class ProbeCommand implements Callable<Integer> {
    private static final int WIDTH = 80;
    private static final InstantSource CLOCK = InstantSource.system();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ADDRESS", description = "A URL, host:port, or a name, which is asked by HTTPS.")
    private String address = "";

    @Option(names = "--kind", paramLabel = "KIND", description = "url, tcp, tls, dns or icmp.")
    private Optional<String> kind = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "Deadline of the look, such as 500ms (default: ${DEFAULT-VALUE}).",
            defaultValue = "10s")
    private String timeout = "10s";

    @Option(names = "--resolver", paramLabel = "SERVER", description = "The name server to ask.")
    private Optional<String> resolver = Optional.empty();

    @Option(names = "--type", paramLabel = "TYPE", description = "The DNS record to ask for, such as MX.")
    private Optional<String> type = Optional.empty();

    @Option(
            names = "--start-tls",
            paramLabel = "PROTOCOL",
            description = "Begin TLS as smtp, imap, pop3, xmpp or postgres do.")
    private Optional<String> startTls = Optional.empty();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Any further key of a target, as in the config.")
    private Map<String, String> further = new LinkedHashMap<>();

    @Override
    public Integer call() {
        ProbeAddress meant = ProbeAddress.of(address, kind);
        if (!ProbeAddress.KINDS.contains(meant.kind())) {
            return wrong(List.of("--kind is \"" + meant.kind() + "\"; expected url, tcp, tls, dns or icmp"));
        }
        return switch (TypedCheck.read(keys(meant), name -> Optional.ofNullable(System.getenv(name)))) {
            case TypedCheck.Wrong(List<String> problems) -> wrong(problems);
            case TypedCheck.Read read -> look(meant, read);
        };
    }

    private Map<String, String> keys(ProbeAddress meant) {
        Map<String, String> keys = new LinkedHashMap<>(further);
        keys.put(meant.kind(), meant.address());
        keys.put("timeout", timeout);
        resolver.ifPresent(server -> keys.put("resolver", server));
        type.ifPresent(record -> keys.put("type", record));
        startTls.ifPresent(protocol -> keys.put("startTls", protocol));
        return keys;
    }

    private int wrong(List<String> problems) {
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(problem -> err.println("tocsin probe: " + OutsideText.clean(problem)));
        err.println("tocsin probe --help tells what is expected.");
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    private int look(ProbeAddress meant, TypedCheck.Read read) {
        try (SocketProber prober = new SocketProber(
                "Tocsin/" + Version.text(),
                () -> AddressPolicy.PUBLIC,
                new Reports(CLOCK),
                new Timepiece(CLOCK, System::nanoTime))) {
            WarmUp.of(prober);
            Instant at = CLOCK.instant();
            Finding finding = prober.look(read.check(), Reach.ANYWHERE, read.timeout());
            print(LookReport.of(headline(meant, finding), finding, at));
            return finding.outcome().isWorking() ? 0 : 1;
        }
    }

    /** Says how the address was understood too, since the kind may have been guessed. */
    private static Line headline(ProbeAddress meant, Finding finding) {
        return Line.empty()
                .strong(meant.kind() + " " + OutsideText.cut(meant.address(), 200))
                .text(" · " + LookSentence.of(finding));
    }

    private void print(Message message) {
        PrintWriter out = spec.commandLine().getOut();
        PlainText.lines(message, WIDTH).forEach(out::println);
        out.flush();
    }
}
