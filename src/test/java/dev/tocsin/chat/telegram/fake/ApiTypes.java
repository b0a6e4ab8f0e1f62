package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The types of a description of the Bot API, and what it says in words of lengths and constants. */
final class ApiTypes {
    private static final String ARRAY = "Array of ";
    private static final Pattern CONSTANT = Pattern.compile("(?:must be|always) [\"“”]?([a-z_]+)[\"“”]?\\.?$");
    private static final Pattern ONE_OF = Pattern.compile("Must be one of ([^.]*)\\.");
    private static final Pattern QUOTED = Pattern.compile("[\"“]([^\"”]+)[\"”]");
    private static final Pattern LENGTH = Pattern.compile("(\\d+)-(\\d+) (characters|bytes)(?! after)");

    private final JsonNode types;
    private final Set<String> met = new ConcurrentSkipListSet<>();

    ApiTypes(JsonNode types) {
        this.types = types;
    }

    /** A value on its way, and where it stands. */
    record Value(String where, JsonNode node, Parameters.Form form) {
        Value in(Object step, JsonNode inner) {
            return new Value(where + "." + step, inner, Parameters.Form.JSON);
        }

        /** In a form a structure is its JSON. */
        JsonNode structure() {
            return form == Parameters.Form.TEXT ? FakeJson.read(node.asText()).orElse(node) : node;
        }

        private boolean isText(String pattern) {
            return form == Parameters.Form.TEXT && node.asText().matches(pattern);
        }
    }

    Set<String> met() {
        return new TreeSet<>(met);
    }

    /** What is wrong with the value of that field. */
    List<String> check(Value value, JsonNode field) {
        List<String> words = words(value, field.path("description").asText());
        List<String> type = least(texts(field.path("types")).map(each -> fits(value, each)));
        return Stream.concat(type.stream(), words.stream()).toList();
    }

    private List<String> fits(Value value, String type) {
        JsonNode node = value.node();
        boolean form = value.form() == Parameters.Form.TEXT;
        return switch (type) {
            case "String", "InputFile" -> demand(node.isTextual(), value, type);
            case "Integer" -> demand(node.isIntegralNumber() || value.isText("-?\\d+"), value, type);
            case "Float" -> demand(node.isNumber() || value.isText("-?[\\d.]+"), value, type);
            case "Boolean" -> demand(node.isBoolean() || (form && value.isText("(?i)true|false")), value, type);
            default -> type.startsWith(ARRAY) ? array(value, type.substring(ARRAY.length())) : object(value, type);
        };
    }

    private List<String> array(Value value, String of) {
        JsonNode items = value.structure();
        if (!items.isArray()) {
            return demand(false, value, ARRAY + of);
        }
        List<String> violations = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            violations.addAll(fits(value.in(i, items.get(i)), of));
        }
        return violations;
    }

    private List<String> object(Value value, String name) {
        JsonNode type = types.path(name);
        JsonNode object = value.structure();
        if (!object.isObject()) {
            return demand(false, value, name);
        }
        if (type.has("subtypes")) {
            return least(texts(type.path("subtypes")).map(each -> object(value, each)));
        }
        List<String> violations = new ArrayList<>();
        List<String> names = type.path("fields").findValuesAsText("name");
        object.fieldNames().forEachRemaining(each -> {
            if (!names.contains(each)) {
                violations.add(value.where() + ": " + name + " has no " + each);
            }
        });
        for (JsonNode field : type.path("fields")) {
            String inner = field.path("name").asText();
            if (object.hasNonNull(inner)) {
                violations.addAll(check(value.in(inner, object.get(inner)), field));
            } else if (field.path("required").asBoolean()) {
                violations.add(value.where() + ": " + name + " needs " + inner);
            }
        }
        if (violations.isEmpty()) {
            met.add(name);
        }
        return violations;
    }

    private static List<String> words(Value value, String description) {
        if (!value.node().isTextual()) {
            return List.of();
        }
        String text = value.node().asText();
        Matcher constant = CONSTANT.matcher(description);
        if (value.where().endsWith("type")
                && constant.find()
                && !constant.group(1).equals(text)) {
            return List.of(value.where() + ": must be " + constant.group(1));
        }
        Matcher oneOf = ONE_OF.matcher(description);
        if (oneOf.find()
                && QUOTED.matcher(oneOf.group(1))
                        .results()
                        .noneMatch(each -> each.group(1).equals(text))) {
            return List.of(value.where() + ": must be one of " + oneOf.group(1));
        }
        Matcher length = LENGTH.matcher(description);
        return length.find() ? length(value, length) : List.of();
    }

    private static List<String> length(Value value, Matcher said) {
        String text = value.node().asText();
        int size = said.group(3).equals("bytes") ? text.getBytes(StandardCharsets.UTF_8).length : text.length();
        boolean fits = size >= Integer.parseInt(said.group(1)) && size <= Integer.parseInt(said.group(2));
        return fits ? List.of() : List.of(value.where() + ": " + said.group() + ", not " + size);
    }

    private static List<String> demand(boolean holds, Value value, String type) {
        return holds ? List.of() : List.of(value.where() + ": no " + type + ": " + value.node());
    }

    /** Of several types the one that is meant. */
    private static List<String> least(Stream<List<String>> tries) {
        return tries.min(Comparator.comparingLong(ApiTypes::otherwise).thenComparingInt(List::size))
                .orElse(List.of());
    }

    /** How many constants say that another type is meant. */
    private static long otherwise(List<String> violations) {
        return violations.stream().filter(each -> each.contains(": must be ")).count();
    }

    private static Stream<String> texts(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(each -> all.add(each.asText()));
        return all.stream();
    }
}
