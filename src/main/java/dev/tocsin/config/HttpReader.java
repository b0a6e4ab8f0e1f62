package dev.tocsin.config;

import dev.tocsin.core.target.BodyTest;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.HttpExpectation;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.StatusRange;
import dev.tocsin.core.target.TlsTerms;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads checks by HTTP. */
final class HttpReader {
    private static final String EXAMPLE = "https://www.example.org/";

    private final Secrets secrets;

    HttpReader(Secrets secrets) {
        this.secrets = secrets;
    }

    Optional<Check> read(View view, Optional<NameServer> inherited) {
        Optional<URI> url = view.text("url")
                .filter(text -> Forms.URL.form().matcher(text).matches())
                .flatMap(text -> url(view, text));
        HttpAsk ask = new AskReader(secrets).read(view);
        HttpExpectation expectation = new HttpExpectation(status(view), body(view), headers(view));
        TlsTerms terms = url.isPresent() && "http".equals(url.get().getScheme())
                ? TlsReader.none(view, "belongs to an https URL; a look at this one meets no TLS")
                : TlsReader.terms(view, secrets);
        Route route = RouteReader.read(view, inherited);
        return url.map(at -> new Check.Http(at, ask, expectation, terms, route, view.length("slow")));
    }

    private static Optional<URI> url(View view, String text) {
        try {
            URI url = new URI(text);
            Optional<String> mistake = mistake(url);
            mistake.ifPresent(why -> view.problems().add(view.placeOf("url"), why));
            return mistake.isPresent() ? Optional.empty() : Optional.of(url);
        } catch (URISyntaxException wrong) {
            view.problems()
                    .add(
                            view.placeOf("url"),
                            "is not a URL (" + wrong.getReason() + "); expected one such as " + EXAMPLE);
            return Optional.empty();
        }
    }

    private static Optional<String> mistake(URI url) {
        if (url.getUserInfo() != null) {
            return Optional.of("holds a user name or password; expected a URL without them");
        }
        return url.getHost() == null || url.getPort() == 0 || url.getPort() > 65_535
                ? Optional.of("names no host that can be reached; expected a URL such as " + EXAMPLE)
                : Optional.empty();
    }

    private static List<StatusRange> status(View view) {
        List<StatusRange> expect = view.texts("expect").stream()
                .flatMap(text -> range(view, text).stream())
                .toList();
        return expect.isEmpty() ? Check.Http.WORKING : expect;
    }

    private static Optional<StatusRange> range(View view, Node.Text text) {
        if (!Forms.STATUS.form().matcher(text.value()).matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(text.value().substring(0, 3));
        int last = text.value().length() > 3 ? Integer.parseInt(text.value().substring(4)) : first;
        if (first > last) {
            view.problems().add(text.place(), "runs backwards; expected the lower status first");
            return Optional.empty();
        }
        return Optional.of(new StatusRange(first, last));
    }

    private static List<BodyTest> body(View view) {
        List<BodyTest> tests = new ArrayList<>();
        view.texts("contains").forEach(text -> tests.add(new BodyTest.Contains(text.value())));
        view.texts("lacks").forEach(text -> tests.add(new BodyTest.Lacks(text.value())));
        view.text("matches").ifPresent(regex -> tests.add(new BodyTest.Matches(regex)));
        view.scalars("json").forEach((path, value) -> tests.add(new BodyTest.Json(path, value)));
        return tests;
    }

    private static Map<String, String> headers(View view) {
        Map<String, String> headers = new LinkedHashMap<>();
        View expected = view.view("expectHeaders");
        expected.object()
                .members()
                .keySet()
                .forEach(name -> expected.text(name).ifPresent(regex -> headers.put(name, regex)));
        return headers;
    }
}
