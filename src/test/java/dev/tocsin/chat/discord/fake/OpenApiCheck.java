package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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
 * Holds requests against Discord's published OpenAPI description, when the system property or the environment variable
 * {@code discord.openapi} (or {@code DISCORD_OPENAPI}) names its file; otherwise it checks nothing.
 */
public final class OpenApiCheck {
    private static final String NAME = "discord.openapi";
    private static final String DOCUMENT = "https://discord.invalid/openapi.json";
    private static final Map<Path, OpenApiCheck> READ = new ConcurrentHashMap<>();

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Optional<Schema>> schemas = new ConcurrentHashMap<>();
    private final LongAdder requests = new LongAdder();
    private final Set<String> operations = new ConcurrentSkipListSet<>();
    private final Set<String> names = new ConcurrentSkipListSet<>();

    public OpenApiCheck(String text) {
        document = FakeJson.read(text);
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(DOCUMENT, text)));
    }

    /** The same object for the same file, so that its counts are those of the whole run of tests. */
    public static OpenApiCheck fromEnvironment() {
        return Optional.ofNullable(System.getProperty(NAME))
                .or(() -> Optional.ofNullable(System.getenv(NAME)))
                .or(() -> Optional.ofNullable(System.getenv("DISCORD_OPENAPI")))
                .filter(file -> !file.isBlank())
                .map(Path::of)
                .map(file -> READ.computeIfAbsent(file, OpenApiCheck::read))
                .orElseGet(() -> new OpenApiCheck("{\"paths\":{}}"));
    }

    private static OpenApiCheck read(Path file) {
        try {
            return new OpenApiCheck(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isOn() {
        return !document.path("paths").isEmpty();
    }

    /** Requests whose operation was found, with or without a body. */
    public long requests() {
        return requests.sum();
    }

    /** The operation ids that were met. */
    public Set<String> operations() {
        return new TreeSet<>(operations);
    }

    /** The schemas that bodies were held against, by name. */
    public Set<String> schemas() {
        return new TreeSet<>(names);
    }

    /** What the description says against the request. */
    public List<String> check(Recorded request) {
        if (!isOn()) {
            return List.of();
        }
        Optional<JsonNode> operation = operation(request);
        if (operation.isEmpty()) {
            return List.of("the description has no such operation");
        }
        requests.increment();
        operations.add(operation.get().path("operationId").asText());
        return request.body().isMissingNode() ? missing(operation.get()) : violations(request, operation.get());
    }

    private static List<String> missing(JsonNode operation) {
        boolean required = operation.path("requestBody").path("required").asBoolean(false);
        return required ? List.of("the description requires a body") : List.of();
    }

    private List<String> violations(Recorded request, JsonNode operation) {
        String id = operation.path("operationId").asText();
        Optional<Schema> schema = schemas.computeIfAbsent(id, key -> schema(operation));
        if (schema.isEmpty()) {
            return List.of("the description has no body for " + id);
        }
        return schema.get().validate(Coercions.undone(request)).stream()
                .map(error -> "against the description: " + error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private Optional<JsonNode> operation(Recorded request) {
        return document.path("paths").properties().stream()
                .filter(path ->
                        new PathPattern(path.getKey()).match(request.path()).isPresent())
                .filter(path -> path.getValue().has(lower(request.method())))
                .min(Comparator.comparingInt(path -> new PathPattern(path.getKey()).open()))
                .map(path -> path.getValue().get(lower(request.method())));
    }

    private static String lower(String method) {
        return method.toLowerCase(Locale.ROOT);
    }

    private Optional<Schema> schema(JsonNode operation) {
        JsonNode schema = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        if (schema.isMissingNode()) {
            return Optional.empty();
        }
        note(schema);
        return Optional.of(registry.getSchema(absolute(FakeJson.frozen(schema))));
    }

    private void note(JsonNode schema) {
        if (schema.has("$ref")) {
            String reference = schema.get("$ref").asText();
            names.add(reference.substring(reference.lastIndexOf('/') + 1));
        }
        schema.forEach(this::note);
    }

    /** References into the document become whole addresses. */
    private static JsonNode absolute(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("$ref").asText("").startsWith("#")) {
            object.set("$ref", TextNode.valueOf(DOCUMENT + object.get("$ref").asText()));
        }
        schema.forEach(OpenApiCheck::absolute);
        return schema;
    }
}
