package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;

/**
 * Holds calls against a description of the Bot API, when the system property {@code telegram.api} or the environment
 * variable {@code TELEGRAM_API} names its file; otherwise it checks nothing. The file lists methods and types, each with
 * its fields, as github.com/PaulSonOfLars/telegram-bot-api-spec publishes them.
 */
public final class ApiCheck {
    private static final Map<Path, ApiCheck> READ = new ConcurrentHashMap<>();

    private final Map<String, JsonNode> methods = new ConcurrentHashMap<>();
    private final ApiTypes types;
    private final LongAdder requests = new LongAdder();
    private final Set<String> met = new ConcurrentSkipListSet<>();

    ApiCheck(JsonNode description) {
        description
                .path("methods")
                .properties()
                .forEach(method -> methods.put(method.getKey().toLowerCase(Locale.ROOT), method.getValue()));
        types = new ApiTypes(description.path("types"));
    }

    /** The same object for the same file, so that its counts are those of the whole run of tests. */
    static ApiCheck fromEnvironment() {
        return Optional.ofNullable(System.getProperty("telegram.api"))
                .or(() -> Optional.ofNullable(System.getenv("TELEGRAM_API")))
                .filter(file -> !file.isBlank())
                .map(Path::of)
                .map(file -> READ.computeIfAbsent(file, ApiCheck::read))
                .orElseGet(() -> new ApiCheck(FakeJson.object()));
    }

    private static ApiCheck read(Path file) {
        try {
            return new ApiCheck(FakeJson.read(Files.readString(file)).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isOn() {
        return !methods.isEmpty();
    }

    /** Calls whose method was found. */
    public long requests() {
        return requests.sum();
    }

    /** The methods that were met. */
    public Set<String> methods() {
        return new TreeSet<>(met);
    }

    /** The types that values were held against. */
    public Set<String> types() {
        return types.met();
    }

    /** What the description says against the call. */
    List<String> check(Recorded request) {
        if (!isOn()) {
            return List.of();
        }
        JsonNode method = methods.get(request.method().toLowerCase(Locale.ROOT));
        if (method == null) {
            return List.of("the description has no such method");
        }
        requests.increment();
        met.add(method.path("name").asText());
        List<String> violations = new ArrayList<>();
        unknown(request, method, violations);
        for (JsonNode field : method.path("fields")) {
            parameter(request.parameters(), field, violations);
        }
        return violations.stream()
                .map(each -> "against the description: " + each)
                .toList();
    }

    /** The library adds {@code method} to bodies, which Telegram overlooks; nothing else. */
    private static void unknown(Recorded request, JsonNode method, List<String> violations) {
        List<String> names = method.path("fields").findValuesAsText("name");
        request.parameters().json().fieldNames().forEachRemaining(name -> {
            boolean echo = name.equals("method")
                    && request.calls(request.parameters().text(name).orElse(""));
            if (!names.contains(name) && !echo) {
                violations.add("there is no parameter " + name);
            }
        });
    }

    private void parameter(Parameters given, JsonNode field, List<String> violations) {
        String name = field.path("name").asText();
        JsonNode value = given.json().path(name);
        if (value.isMissingNode() || value.isNull()) {
            boolean missing =
                    field.path("required").asBoolean() && given.file(name).isEmpty();
            if (missing) {
                violations.add("the parameter " + name + " is missing");
            }
            return;
        }
        violations.addAll(types.check(new ApiTypes.Value(name, value, given.form()), field));
    }
}
